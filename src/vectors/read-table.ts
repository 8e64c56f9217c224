import type { Position } from 'geojson'
import { parseWkt } from '#src/geo/parse-wkt.ts'
import { Refusal, refuseBeyond, vectorLimits, type VectorLimits } from './limits.ts'
import { reproject } from './reproject.ts'
import { toWgs84 } from './to-wgs84.ts'
import type { VectorFeature, VectorFile } from './vector-file.ts'

// The first that fits wins; whole names, since "x" is part of many words.
const latitudeNames = [
  'latitude',
  'lat',
  'lat_dd',
  'latitude_deg',
  'decimallatitude',
  'ycoord',
  'y_coord',
  'point_y',
  'y',
  'breite',
  'breitengrad',
]
const longitudeNames = [
  'longitude',
  'long',
  'lon',
  'lng',
  'lon_dd',
  'long_dd',
  'longitude_deg',
  'decimallongitude',
  'xcoord',
  'x_coord',
  'point_x',
  'x',
  'laenge',
  'länge',
  'laengengrad',
  'längengrad',
]
const wktNames = ['wkt', 'wkt_geom', 'geom', 'geometry', 'the_geom', 'st_astext', 'wkb_geometry', 'shape']

type Columns = { wkt: number } | { lat: number; lng: number }

/** Which columns of a table hold its places, by the names in its first line; undefined for text that is no such table. */
export function placeColumns(header: readonly string[]): Columns | undefined {
  const names = header.map((name) => name.trim().toLowerCase())
  const find = (wanted: readonly string[]) => {
    const name = wanted.find((candidate) => names.includes(candidate))
    return name === undefined ? -1 : names.indexOf(name)
  }
  const wkt = find(wktNames)
  if (wkt >= 0) return { wkt }
  const [lat, lng] = [find(latitudeNames), find(longitudeNames)]
  return lat >= 0 && lng >= 0 ? { lat, lng } : undefined
}

/** The cells of a text's first line, parted by what parts most: tab, semicolon, comma or bar. */
export function headerOf(text: string): string[] {
  const line =
    text
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split(/\r?\n/, 1)[0] ?? ''
  const parts = ['\t', ';', ',', '|']
    .map((delimiter) => line.split(delimiter))
    .toSorted((a, b) => b.length - a.length)[0]
  return (parts ?? [line]).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''))
}

/** Reads a table of points, or of outlines in WKT: CSV with a line of names. @throws Refusal */
export async function readTable(
  text: string,
  limits: Pick<VectorLimits, 'features'> = vectorLimits,
): Promise<VectorFile> {
  const { default: Papa } = await import('papaparse')
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimStart(), {
    skipEmptyLines: 'greedy',
    // One more than allowed, to know that there are more.
    preview: limits.features + 2,
  })
  refuseBeyond(data.length - 1, limits.features, 'rows', 'export a selection of them')
  const [header = [], ...rows] = data
  const columns = placeColumns(header)
  if (!columns) throw new Refusal('The table has no columns of places: name them lat and lon, x and y, or wkt.')
  const properties = (row: readonly string[]) =>
    Object.fromEntries(header.map((name, i) => [name.trim(), row[i] ?? '']))
  const notes: string[] = []
  const features: VectorFeature[] = []
  let empty = 0
  for (const [i, row] of rows.entries()) {
    const cells = 'wkt' in columns ? [row[columns.wkt]] : [row[columns.lat], row[columns.lng]]
    if (cells.some((cell) => (cell ?? '').trim() === '')) empty++
    else if ('wkt' in columns) features.push(await outline(row[columns.wkt] ?? '', i + 2, properties(row)))
    else
      features.push({
        geometry: { type: 'Point', coordinates: place(row, columns, i + 2, header) },
        properties: properties(row),
      })
  }
  if (empty > 0) notes.push(`left out ${empty} ${empty === 1 ? 'row' : 'rows'} without a place`)
  const named = Object.values(columns).map((column) => `"${header[column]?.trim()}"`)
  return {
    kind: `CSV with ${'wkt' in columns ? 'outlines' : 'points'} in ${named.toSorted().join(' and ')}`,
    features,
    notes,
  }
}

function place(
  row: readonly string[],
  { lat, lng }: { lat: number; lng: number },
  line: number,
  header: readonly string[],
): Position {
  const [y, x] = [lat, lng].map((column) => {
    const cell = (row[column] ?? '').trim().replace(',', '.').replace('−', '-')
    const value = cell === '' ? Number.NaN : Number(cell.replace(/°$/, ''))
    if (Number.isFinite(value)) return value
    throw new Refusal(
      `Line ${line}: "${row[column]}" in column "${header[column]}" is not a number of degrees, such as 52.39.`,
    )
  }) as [number, number]
  if (Math.abs(y) <= 90 && Math.abs(x) <= 360) return [x, y]
  const what =
    Math.abs(y) > 360 || Math.abs(x) > 360
      ? 'look like metres: convert the table to longitude and latitude'
      : 'lie past the pole: are the columns swapped'
  throw new Refusal(
    `Line ${line}: ${header[lng]} ${x} and ${header[lat]} ${y} ${what}${what.endsWith('swapped') ? '?' : '.'}`,
  )
}

async function outline(text: string, line: number, properties: VectorFeature['properties']): Promise<VectorFeature> {
  const parsed = parseWkt(text)
  if (!parsed.ok) throw new Refusal(`Line ${line}: ${parsed.message}`)
  const { geometry, srid = 4326 } = parsed
  return {
    geometry: srid === 4326 ? geometry : reproject(geometry, (await toWgs84({ epsg: srid })).toLngLat),
    properties,
  }
}
