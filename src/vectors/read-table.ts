import type { Position } from 'geojson'
import { parseCoordinate } from '#src/geo/parse-coordinate.ts'
import { Refusal, refuseBeyond, vectorLimits, type VectorLimits } from './limits.ts'
import { placeColumns, type PlaceColumns } from './place-columns.ts'
import { readGeoJson } from './read-geojson.ts'
import { readGeometry } from './read-geometry.ts'
import type { VectorFeature, VectorFile } from './vector-file.ts'

/** A table from its line of names on: without what programs write above it. `above`: how many lines that are. */
export function tableText(text: string): { text: string; above: number } {
  const whole = text.replace(/^\uFEFF/, '')
  const head = /^(?:\s*\r?\n|sep=.\r?\n|#[^\n]*\n)*/i.exec(whole)?.[0] ?? ''
  return { text: whole.slice(head.length), above: head.split('\n').length - 1 }
}

/** What parts the cells of a text's first line most: tab, semicolon, comma or bar. */
function delimiterOf(line: string): string {
  const parts = (delimiter: string) => line.split(delimiter).length
  return ['\t', ';', ',', '|'].toSorted((a, b) => parts(b) - parts(a))[0] ?? ','
}

const firstLine = (text: string) => text.split(/\r?\n/, 1)[0] ?? ''

/** The cells of a text's first line. */
export function headerOf(text: string): string[] {
  const line = firstLine(text)
  return line.split(delimiterOf(line)).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''))
}

/** Reads a table of points, or of outlines: CSV with a line of names. @throws Refusal */
export async function readTable(
  whole: string,
  limits: Pick<VectorLimits, 'features'> = vectorLimits,
): Promise<VectorFile> {
  const { default: Papa } = await import('papaparse')
  const { text, above } = tableText(whole)
  const { data } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(firstLine(text)),
    skipEmptyLines: 'greedy',
    // One more than allowed, to know that there are more.
    preview: limits.features + 2,
  })
  refuseBeyond(data.length - 1, limits.features, 'rows', 'export a selection of them')
  const [header = [], ...rows] = data
  const columns = placeColumns(header)
  if (!columns) throw new Refusal('The table has no columns of places: name them lat and lon, x and y, or wkt.')
  const notes = new Set<string>()
  const features: VectorFeature[] = []
  let empty = 0
  for (const [i, row] of rows.entries()) {
    if (Object.values(columns).some((column) => (row[column] ?? '').trim() === '')) {
      empty++
      continue
    }
    try {
      const { geometries, notes: told } = await geometriesIn(row, columns, header)
      for (const note of told) notes.add(note)
      const properties = Object.fromEntries(header.map((name, column) => [name.trim(), row[column] ?? '']))
      features.push(...geometries.map((geometry) => ({ geometry, properties })))
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(`Line ${above + i + 2}: ${error.message}`) : error
    }
  }
  if (empty > 0) notes.add(`left out ${empty} ${empty === 1 ? 'row' : 'rows'} without a place`)
  const named = Object.values(columns).map((column) => `"${header[column]?.trim()}"`)
  return {
    kind: `CSV with ${'geometry' in columns ? 'outlines' : 'points'} in ${named.toSorted().join(' and ')}`,
    features,
    notes: [...notes],
  }
}

async function geometriesIn(
  row: readonly string[],
  columns: PlaceColumns,
  header: readonly string[],
): Promise<{ geometries: VectorFeature['geometry'][]; notes: string[] }> {
  if (!('geometry' in columns)) {
    const coordinates = 'both' in columns ? coordinateIn(row[columns.both] ?? '') : place(row, columns, header)
    return { geometries: [{ type: 'Point', coordinates }], notes: [] }
  }
  const cell = row[columns.geometry] ?? ''
  if (cell.trimStart().startsWith('{')) {
    const { features, notes } = await readGeoJson(cell)
    return { geometries: features.map(({ geometry }) => geometry), notes }
  }
  const { geometry, notes } = await readGeometry(cell)
  return { geometries: [geometry], notes }
}

function coordinateIn(cell: string): Position {
  const parsed = parseCoordinate(cell)
  if (!parsed.ok) throw new Refusal(parsed.message)
  return parsed.lngLat
}

function place(
  row: readonly string[],
  { lat, lng }: { lat: number; lng: number },
  header: readonly string[],
): Position {
  const cells = [lat, lng].map((column) => (row[column] ?? '').trim())
  const [y = NaN, x = NaN] = cells.map((cell) => Number(cell.replace(',', '.').replace('−', '-').replace(/\s*°$/, '')))
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    const parsed = parseCoordinate(cells.join('; '))
    if (parsed.ok) return parsed.lngLat
    const column = Number.isFinite(y) ? lng : lat
    throw new Refusal(`"${row[column]}" in column "${header[column]}" is not a number of degrees, such as 52.39.`)
  }
  if (Math.abs(y) <= 90 && Math.abs(x) <= 360) return [x, y]
  const areMetres = Math.abs(y) > 360 || Math.abs(x) > 360
  throw new Refusal(
    `${header[lng]} ${x} and ${header[lat]} ${y} ${areMetres ? 'look like metres: convert the table to longitude and latitude.' : 'lie past the pole: are the columns swapped?'}`,
  )
}
