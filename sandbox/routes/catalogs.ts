import type { MultiPolygon, Polygon } from 'geojson'
import { searchCatalogs } from '#sandbox/database/catalog-search.ts'
import type { CatalogQuery } from '#sandbox/database/catalog-search.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import { sensorOfCollection } from '#sandbox/database/sensor-list.ts'
import type { CatalogRow } from '#sandbox/database/tables.ts'
import { invalidField, quote, unknownId } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { bandsOfBandset } from '#sandbox/work/catalog-files.ts'
import { api } from './implement.ts'
import { catalogItem } from './catalog-item.ts'
import { periodFrom } from './scene-properties.ts'
import { searchArea } from './search-area.ts'

/** Two, as published: whoever wants more must say so. */
const defaultLimit = 2

export const catalogRoutes = {
  searchCatalogs: api.catalogs.searchCatalogs.handler(async ({ input: { body }, context: { sandbox, origin } }) => {
    const { limit = defaultLimit, offset = 0 } = body
    const area = searchArea(body)
    const { rows, total } = await searchCatalogs(sandbox.database, {
      ...(area && { area }),
      ...periodFrom(body.datetime),
      oneOf: {
        ...(body.ids && { id: body.ids }),
        ...(body.item_ids && { scene_id: body.item_ids }),
        ...(body.order_ids && { order_id: body.order_ids }),
        ...(body.order_item_ids && { order_item_id: body.order_item_ids }),
        ...(body.collections && { collection: body.collections }),
        ...equalities(body.query),
      },
      sort: sortFrom(body.sort_by),
      limit,
      offset,
    })
    return {
      catalogs: await Promise.all(rows.map((row) => catalogView(row, sandbox, origin))),
      pagination: { limit, offset, total },
    }
  }),

  getCatalog: api.catalogs.getCatalog.handler(async ({ input, context: { sandbox, origin } }) => {
    const row = await sandbox.database.query
      .selectFrom('catalogs')
      .selectAll()
      .where('id', '=', input.params.id)
      .executeTakeFirst()
    if (!row) throw unknownId('delivered picture', input.params.id)
    return catalogView(row, sandbox, origin)
  }),
}

/** The `query` of a catalog search: project and use case, as plain values or with `eq`. */
function equalities(query: Record<string, unknown> = {}): CatalogQuery['oneOf'] {
  const oneOf: CatalogQuery['oneOf'] = {}
  for (const [field, test] of Object.entries(query)) {
    if (field !== 'project_id' && field !== 'usecase')
      throw invalidField('query', `Pictures can be found by project_id and usecase, not by ${quote(field)}.`)
    const value = typeof test === 'object' && test !== null && 'eq' in test ? test.eq : test
    if (typeof value !== 'string') throw invalidField('query', `${field} is compared with a text.`)
    oneOf[field] = [value]
  }
  return oneOf
}

const sortColumns: Record<string, CatalogQuery['sort']['column']> = {
  datetime: 'datetime_ms',
  created_at: 'created_at',
  area: 'area_km2',
  id: 'id',
}

function sortFrom(sortBy: Record<string, string>[] = []): CatalogQuery['sort'] {
  const [first] = sortBy
  if (!first) return { column: 'created_at', descending: true }
  const [field, direction] = 'field' in first ? [first.field!, first.direction!] : Object.entries(first)[0]!
  const name = field.replace(/^properties(\.|->>)/, '').replaceAll("'", '')
  const column = sortColumns[name]
  if (!column)
    throw invalidField(
      'sort_by',
      `Pictures can be sorted by ${Object.keys(sortColumns).join(', ')}, not by ${quote(field)}.`,
    )
  return { column, descending: direction.toLowerCase() === 'desc' }
}

async function catalogView(row: CatalogRow, { database, files }: Sandbox, origin: string) {
  const scene = findScene(database, row.scene_id)
  const sensor = sensorOfCollection(database, row.collection)
  const bands = await bandsOfBandset(database, row.bandset_id)
  return {
    id: row.id,
    task_id: row.task_id,
    bandset_id: row.bandset_id,
    area: Math.round(row.area_km2 * 1000) / 1000,
    details:
      scene && sensor
        ? catalogItem(row, scene, sensor, files, origin, JSON.parse(row.geometry_json) as Polygon | MultiPolygon, bands)
        : null,
    delivery_status: row.delivery_status,
    org_id: workspace.organisationId,
    created_at: row.created_at,
    created_by: workspace.userId,
    updated_at: row.updated_at,
    updated_by: workspace.userId,
  }
}
