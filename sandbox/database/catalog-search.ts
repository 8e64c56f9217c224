import { booleanIntersects } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { anyOf } from './conditions.ts'
import type { Database } from './open.ts'
import type { CatalogRow } from './tables.ts'

export type CatalogQuery = {
  area?: Polygon | MultiPolygon
  /** column to the values it may have */
  oneOf: Partial<
    Record<'id' | 'scene_id' | 'order_id' | 'order_item_id' | 'collection' | 'project_id' | 'usecase', string[]>
  >
  fromMs?: number
  toMs?: number
  sort: { column: 'datetime_ms' | 'created_at' | 'area_km2' | 'id'; descending: boolean }
  limit: number
  offset: number
}

/** A workspace owns thousands of pictures, not millions: those that pass the columns are tested against the area one by one. */
export async function searchCatalogs(
  { query }: Database,
  search: CatalogQuery,
): Promise<{ rows: CatalogRow[]; total: number }> {
  let rows = query.selectFrom('catalogs').selectAll()
  for (const [column, values] of Object.entries(search.oneOf)) {
    if (values) rows = rows.where(column as keyof typeof search.oneOf, 'in', anyOf(values))
  }
  if (search.fromMs !== undefined) rows = rows.where('datetime_ms', '>=', search.fromMs)
  if (search.toMs !== undefined) rows = rows.where('datetime_ms', '<=', search.toMs)
  const { column, descending } = search.sort
  const found = await rows
    .orderBy(column, descending ? 'desc' : 'asc')
    .orderBy('id')
    .execute()
  const { area } = search
  const meeting = area
    ? found.filter((row) => booleanIntersects(JSON.parse(row.geometry_json) as Polygon, area))
    : found
  return { rows: meeting.slice(search.offset, search.offset + search.limit), total: meeting.length }
}
