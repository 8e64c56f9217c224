import { contentKind, nameMismatch, textOf } from './file-kind.ts'
import { Refusal, vectorLimits, type VectorLimits } from './limits.ts'
import { readGeoJson } from './read-geojson.ts'
import { readGeoPackage } from './read-geopackage.ts'
import { readKml } from './read-kml.ts'
import { readShapefile, shapefilesAmong } from './read-shapefile.ts'
import { readWords } from './read-words.ts'
import { unpackZip } from './unpack-zip.ts'
import type { NamedBytes, VectorFile } from './vector-file.ts'

/**
 * Reads what was dropped, chosen or pasted: one file, an archive of files, or the parts of a Shapefile side by side. What it
 * is told by its content; where the name says something else, the notes tell. @throws Refusal
 */
export async function readVectorFiles(
  files: readonly NamedBytes[],
  limits: VectorLimits = vectorLimits,
): Promise<VectorFile> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes > limits.fileBytes) {
    throw new Refusal(
      `The file is larger than ${Math.round(limits.fileBytes / 1e6)} MB: export only the layer or the features you need.`,
    )
  }
  const shapefiles = shapefilesAmong(files)
  if (shapefiles.length > 0 && files.length > 1)
    return joined(await Promise.all(shapefiles.map(readOneShapefile)), 'Shapefile')
  const [file, ...others] = files
  if (!file) throw new Refusal('No file came along: choose one, or paste its text.')
  if (others.length > 0)
    return joined(await Promise.all(files.map((each) => readOne(each, limits))), `${files.length} files`)
  return readOne(file, limits)
}

async function readOne(file: NamedBytes, limits: VectorLimits): Promise<VectorFile> {
  const read = await readContent(file, limits)
  const mismatch = nameMismatch(file.name, read.kind)
  return mismatch ? { ...read, notes: [mismatch, ...read.notes] } : read
}

async function readContent({ name, bytes }: NamedBytes, limits: VectorLimits): Promise<VectorFile> {
  switch (contentKind(bytes)) {
    case 'zip':
      return readArchive(bytes, limits)
    case 'sqlite':
      return readGeoPackage(bytes, limits)
    case 'shp':
      return readOneShapefile({ name: name.replace(/\.shp$/i, ''), shp: bytes })
    case 'xml':
      return readKml(textOf(bytes), limits)
    case 'json':
      return readJson(textOf(bytes), limits)
    case 'text':
      return readWords(textOf(bytes), limits)
  }
}

/** Bare coordinates, as copied out of a request, are JSON too. */
function readJson(text: string, limits: VectorLimits): Promise<VectorFile> {
  return /^\s*\[/.test(text.replace(/^\uFEFF/, '')) ? readWords(text, limits) : readGeoJson(text.replace(/^\uFEFF/, ''))
}

async function readOneShapefile(parts: Parameters<typeof readShapefile>[0]): Promise<VectorFile> {
  return { kind: 'Shapefile', ...(await readShapefile(parts)) }
}

const readable = /\.(kml|geojsonl?|json|ndjson|gpkg|csv|tsv|wkt|txt)$/i
const shapefilePart = /\.(shp|dbf|prj|cpg)$/i

async function readArchive(bytes: Uint8Array, limits: VectorLimits): Promise<VectorFile> {
  const isOurs = (name: string) => !/(^|\/)(__MACOSX\/|\.)/.test(name)
  const { entries, names } = unpackZip(
    bytes,
    (name) => isOurs(name) && (readable.test(name) || shapefilePart.test(name)),
    limits,
  )
  const shapefiles = shapefilesAmong(entries)
  // Beside a Shapefile lie notes on it; beside a KML its pictures.
  if (shapefiles.length > 0) return joined(await Promise.all(shapefiles.map(readOneShapefile)), 'zipped Shapefile')
  const kml = entries.filter(({ name }) => /\.kml$/i.test(name))
  const [main] = kml.toSorted(
    (a, b) => Number(/(^|\/)doc\.kml$/i.test(b.name)) - Number(/(^|\/)doc\.kml$/i.test(a.name)),
  )
  if (main) return { ...(await readContent(main, limits)), kind: 'KMZ' }
  const others = entries.filter(({ name }) => readable.test(name))
  const [only] = others
  if (!only) throw new Refusal(nothingIn(names.filter(isOurs)))
  const read = await Promise.all(others.map((entry) => readContent(entry, limits)))
  return joined(read, `zipped ${others.length === 1 ? (read[0]?.kind ?? '') : `archive of ${others.length} files`}`)
}

function nothingIn(names: readonly string[]): string {
  if (names.length === 0) return 'The archive is empty.'
  if (names.some((name) => /^xl\/|^word\//.test(name))) return 'The file is an Office document: save the table as CSV.'
  if (names.some((name) => /\.zip$/i.test(name)))
    return 'The archive holds another archive: unpack it once and import the inner one.'
  if (names.some((name) => shapefilePart.test(name)))
    return 'The archive holds parts of a Shapefile, but not its .shp file: pack all its files together.'
  const shown = names.slice(0, 3).join(', ')
  return `The archive holds nothing with outlines, only ${shown}${names.length > 3 ? ` and ${names.length - 3} more` : ''}.`
}

function joined(read: readonly VectorFile[], kind: string): VectorFile {
  return {
    kind,
    features: read.flatMap(({ features }) => features),
    notes: [...new Set(read.flatMap(({ notes }) => notes))],
  }
}
