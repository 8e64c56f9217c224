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
  const shapefiles = files.length > 1 ? shapefilesAmong(files) : []
  const others = files.filter(({ name }) => !isBeside(name, files))
  const read = await Promise.all([
    ...shapefiles.map(readOneShapefile),
    ...(shapefiles.length > 0 ? others.filter(({ name }) => !/\.shp$/i.test(name)) : others).map((each) =>
      readOne(each, limits),
    ),
  ])
  const [only, ...more] = read
  if (!only) throw new Refusal('No file came along: choose one, or paste its text.')
  if (more.length === 0) return only
  return joined(read, read.length === shapefiles.length ? 'Shapefile' : `${read.length} files`)
}

/** A part of a Shapefile or of a database that came along with it: `fields.dbf`, `fields.shp.xml`, `fields.gpkg-wal`. */
function isBeside(name: string, files: readonly NamedBytes[]): boolean {
  const lower = name.toLowerCase()
  return files.some(({ name: other }) => {
    const main = other.toLowerCase()
    if (main === lower) return false
    return main.endsWith('.shp')
      ? lower.startsWith(main.slice(0, -3))
      : lower === `${main}-wal` || lower === `${main}-shm`
  })
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
  const json = text.replace(/^\uFEFF/, '')
  return /^\s*\[\s*[^\s{]/.test(json) ? readWords(json, limits) : readGeoJson(json)
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
  if (kml.length > 0) return readKmz(kml, limits)
  const others = entries.filter(({ name }) => readable.test(name))
  const [only] = others
  if (!only) throw new Refusal(nothingIn(names.filter(isOurs)))
  const read = await Promise.all(others.map((entry) => readContent(entry, limits)))
  return joined(read, `zipped ${others.length === 1 ? (read[0]?.kind ?? '') : `archive of ${others.length} files`}`)
}

/** Mostly one document; else all: what the first only links to lies beside it. */
async function readKmz(documents: readonly NamedBytes[], limits: VectorLimits): Promise<VectorFile> {
  const [first] = documents
  if (first && documents.length === 1) return { ...(await readContent(first, limits)), kind: 'KMZ' }
  const withPlaces = documents.filter(({ bytes }) => /<(\w+:)?Placemark\b/.test(textOf(bytes)))
  const read = await Promise.all(
    withPlaces.map(async (document) => {
      const { features, ...file } = await readContent(document, limits)
      const layer =
        document.name
          .split('/')
          .at(-1)
          ?.replace(/\.kml$/i, '') ?? ''
      return { ...file, features: features.map((feature) => ({ layer, ...feature })) }
    }),
  )
  return joined(read, 'KMZ')
}

function nothingIn(names: readonly string[]): string {
  if (names.length === 0) return 'The archive is empty.'
  if (names.some((name) => /^(xl\/|word\/|content\.xml$)/.test(name)))
    return 'The file is an Office document: save the table as CSV.'
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
