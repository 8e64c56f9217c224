import { Refusal } from './limits.ts'

/** What the first bytes of a file say it is. `text` is anything that can be read as words. */
export type ContentKind = 'zip' | 'sqlite' | 'shp' | 'xml' | 'json' | 'text'

// Kinds people take for area files, or drop by mistake. By "magic number", as `file` knows them.
const foreign: readonly (readonly [magic: string, name: string, advice?: string])[] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['II*\0', 'a TIFF picture', 'The spectral desk opens pictures.'],
  ['MM\0*', 'a TIFF picture', 'The spectral desk opens pictures.'],
  ['II+\0', 'a BigTIFF picture', 'The spectral desk opens pictures.'],
  ['%PDF', 'a PDF document'],
  ['\x1f\x8b', 'a gzip archive', 'Unpack it first.'],
  ['7z\xbc\xaf', 'a 7-Zip archive', 'Unpack it, or pack it as ZIP.'],
  ['Rar!', 'a RAR archive', 'Unpack it, or pack it as ZIP.'],
  ['BZh', 'a bzip2 archive', 'Unpack it first.'],
  ['fgb\x03', 'a FlatGeobuf file', 'Export it as GeoJSON or GeoPackage.'],
  ['PAR1', 'a Parquet file', 'Export it as GeoJSON or GeoPackage.'],
  ['\x89HDF', 'an HDF5 file'],
  ['\xd0\xcf\x11\xe0', 'an old Office document', 'Save the table as CSV.'],
  ['AC10', 'a DWG drawing', 'Export it as KML or Shapefile.'],
]

// The same of texts, by how they begin.
const foreignTexts: readonly (readonly [start: RegExp, name: string, advice: string])[] = [
  [/^!table/i, 'a MapInfo table', 'Export it as GeoJSON or GeoPackage.'],
  [
    /^Version\s+\d+\s+(Charset|Delimiter|Columns)/i,
    'a MapInfo interchange file',
    'Export it as GeoJSON or GeoPackage.',
  ],
  [/^(999\s+.*\s+)?0\s+SECTION\b/, 'a DXF drawing', 'Export it as GeoJSON or Shapefile.'],
  [
    /^(PROJ|GEOG|COMPD|GEOC|BOUND)C?(CS|CRS)\s*\[/i,
    'the .prj file of a Shapefile',
    'Import it together with the .shp file.',
  ],
]

/** What each line of a text sequence (RFC 8142) starts with. */
export const recordSeparator = '\u001e'

const accepted = 'GeoJSON, KML, KMZ, zipped Shapefile, GeoPackage, WKT or CSV'

/** Tells a file by its content; its name plays no part. @throws Refusal when it can not hold an area. */
export function contentKind(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) throw new Refusal(`The file is empty. An area comes as ${accepted}.`)
  const head = String.fromCharCode(...bytes.subarray(0, 64))
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip'
  if (head.startsWith('SQLite format 3\0')) return 'sqlite'
  if (head.startsWith('\0\0\x27\x0a')) return 'shp'
  const known = foreign.find(([magic]) => head.startsWith(magic))
  if (known) throw new Refusal(`The file is ${known[1]}, which holds no outlines. ${known[2] ?? `Import ${accepted}.`}`)
  const isUtf16 = /^(\xff\xfe|\xfe\xff)/.test(head)
  if (!isUtf16 && bytes.subarray(0, 4096).includes(0)) {
    throw new Refusal(`The file is none of the kinds that hold outlines. Import ${accepted}.`)
  }
  const start = textOf(bytes.subarray(0, 4096)).trimStart()
  if (start === '') throw new Refusal(`The file holds nothing but blanks. An area comes as ${accepted}.`)
  const foreignText = foreignTexts.find(([pattern]) => pattern.test(start))
  if (foreignText) throw new Refusal(`The file is ${foreignText[1]}. ${foreignText[2]}`)
  if (start.startsWith('<')) return 'xml'
  return [recordSeparator, '{', '['].some((sign) => start.startsWith(sign)) ? 'json' : 'text'
}

/** Bytes as text, by their byte order mark; else UTF-8, else Western European, as old table programs write it. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    // A cut at the end of an excerpt is no mistake.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const endings: Readonly<Record<string, RegExp>> = {
  geojson: /GeoJSON/,
  json: /GeoJSON/,
  kml: /^KML/,
  kmz: /KMZ/,
  gpkg: /GeoPackage/,
  zip: /zipped|KMZ|archive/,
  shp: /Shapefile/,
  wkt: /WKT/,
  csv: /CSV|WKT|coordinates|points|bounding box/,
}

/** Where a name promises something else than the content is: in words; else undefined. */
export function nameMismatch(name: string, kind: string): string | undefined {
  const ending = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase()
  const expected = ending ? endings[ending] : undefined
  if (ending && !expected && !/^(txt|json[ls]?|geojson[ls]|ndjson|xml|tsv|tab|shz|sqlite|db)$/.test(ending)) {
    return `its name ends in .${ending}, but it is ${kind}`
  }
  return expected && !expected.test(kind) ? `its name ends in .${ending}, but it is ${kind}` : undefined
}
