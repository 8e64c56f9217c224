import { booleanIntersects } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Database } from './open.ts'
import type { SceneRow } from './tables.ts'

export type Comparison = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte'
export type SceneColumn =
  | 'datetime_ms'
  | 'cloud_cover'
  | 'off_nadir'
  | 'sun_elevation'
  | 'sun_azimuth'
  | 'collection'
  | 'id'
  | 'number'
export type Condition = { column: SceneColumn; comparison: Comparison; value: number | string }

export type SceneQuery = {
  area?: Polygon | MultiPolygon
  ids?: string[]
  collections?: string[]
  /** inclusive, epoch ms */
  fromMs?: number
  toMs?: number
  conditions?: Condition[]
  sort?: { column: SceneColumn; descending: boolean }[]
  limit: number
  offset: number
  /** Test every footprint instead of asking the R-tree; the benchmark compares the two. */
  withoutBoxes?: boolean
}

const operators: Record<Comparison, string> = { eq: '=', neq: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' }
const msPerDay = 86_400_000

/** So many boxes are looked up one by one; SQLite's own limit for such a condition is 1000. */
const mostBoxes = 200

/** Above this many square degrees (Europe) the date index finds the newest scenes sooner than the R-tree finds all. */
const largeAreaSquareDegrees = 1500

type Box = { west: number; south: number; east: number; north: number }

/**
 * Scenes whose footprint meets the area (exactly, not by its box), in the asked order, newest first unless said otherwise.
 * Rows are read one by one, so that a page near the top of a million costs no more than that page.
 */
export function searchScenes(database: Database, search: SceneQuery): SceneRow[] {
  const boxes = search.area ? fewBoxesOf(search.area) : []
  const squareDegrees = boxes.reduce((sum, { west, south, east, north }) => sum + (east - west) * (north - south), 0)
  const byBox = search.area !== undefined && squareDegrees <= largeAreaSquareDegrees && !search.withoutBoxes
  const { where, parameters } = conditionsOf(search)
  if (byBox) where.push(`number IN (SELECT scene FROM scene_boxes WHERE ${boxCondition(boxes, search)})`)
  const condition = where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''
  const statement = database.raw.prepare(`SELECT * FROM scenes ${condition} ORDER BY ${orderOf(search.sort)}`)

  const parts = search.area && partsOf(search.area)
  const found: SceneRow[] = []
  let skipped = 0
  for (const row of statement.iterate(...parameters) as IterableIterator<SceneRow>) {
    if (parts && !meets(row, parts)) continue
    if (skipped < search.offset) {
      skipped++
      continue
    }
    found.push(row)
    if (found.length >= search.limit) break
  }
  return found
}

export function findScene(database: Database, id: string): SceneRow | undefined {
  return database.raw.prepare('SELECT * FROM scenes WHERE id = ?').get(id) as SceneRow | undefined
}

export function countScenes(database: Database): number {
  return Number(database.raw.prepare('SELECT count(*) AS scenes FROM scenes').get()!.scenes)
}

function conditionsOf({ ids, collections, fromMs, toMs, conditions = [] }: SceneQuery) {
  const where: string[] = []
  const parameters: (string | number)[] = []
  // As one parameter: SQLite takes 32,766 of them, and a body of 16 MB holds more ids.
  const oneOf = (column: string, values: string[]) => {
    where.push(`${column} IN (SELECT value FROM json_each(?))`)
    parameters.push(JSON.stringify(values))
  }
  if (ids) oneOf('id', ids)
  if (collections) oneOf('collection', collections)
  if (fromMs !== undefined) where.push(`datetime_ms >= ${Number(fromMs)}`)
  if (toMs !== undefined) where.push(`datetime_ms <= ${Number(toMs)}`)
  for (const { column, comparison, value } of conditions) {
    where.push(`${column} ${operators[comparison]} ?`)
    parameters.push(value)
  }
  return { where, parameters }
}

/** Days widen by one on both sides, because the R-tree keeps 32-bit floats. */
function boxCondition(boxes: Box[], { fromMs, toMs }: SceneQuery): string {
  const days =
    (fromMs === undefined ? '' : ` AND max_day >= ${Math.floor(fromMs / msPerDay) - 1}`) +
    (toMs === undefined ? '' : ` AND min_day <= ${Math.ceil(toMs / msPerDay) + 1}`)
  const each = boxes.map(
    ({ west, south, east, north }) =>
      `(max_lng >= ${west} AND min_lng <= ${east} AND max_lat >= ${south} AND min_lat <= ${north}${days})`,
  )
  return each.join(' OR ')
}

function orderOf(sort: SceneQuery['sort'] = []): string {
  const asked = sort.length > 0 ? sort : [{ column: 'datetime_ms' as const, descending: true }]
  return [...asked.map(({ column, descending }) => `${column} ${descending ? 'DESC' : 'ASC'}`), 'id'].join(', ')
}

type Part = { box: Box; polygon: Polygon }

function partsOf(area: Polygon | MultiPolygon): Part[] {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const boxes = boxesOf(area)
  return polygons.map((coordinates, i) => ({ box: boxes[i]!, polygon: { type: 'Polygon', coordinates } }))
}

/** By boxes first: most parts of an area of many are far from the scene. */
function meets(row: SceneRow, parts: readonly Part[]): boolean {
  const footprint = JSON.parse(row.footprint_json) as Polygon | MultiPolygon
  const boxes = boxesOf(footprint)
  return parts.some(
    ({ box, polygon }) => boxes.some((own) => overlap(own, box)) && booleanIntersects(footprint, polygon),
  )
}

const overlap = (a: Box, b: Box) => a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

/** Of very many parts one box around them all: which scenes are meant is for the footprints to say. */
function fewBoxesOf(area: Polygon | MultiPolygon): Box[] {
  const boxes = boxesOf(area)
  if (boxes.length <= mostBoxes) return boxes
  const around = boxes.reduce((box, { west, south, east, north }) => ({
    west: Math.min(box.west, west),
    south: Math.min(box.south, south),
    east: Math.max(box.east, east),
    north: Math.max(box.north, north),
  }))
  return [around]
}

/** One box for each polygon: areas cut at the antimeridian keep their two small boxes. */
export function boxesOf(area: Polygon | MultiPolygon): Box[] {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  return polygons.map((rings) => {
    const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
    for (const [lng = 0, lat = 0] of rings[0] ?? []) {
      box.west = Math.min(box.west, lng)
      box.east = Math.max(box.east, lng)
      box.south = Math.min(box.south, lat)
      box.north = Math.max(box.north, lat)
    }
    return box
  })
}
