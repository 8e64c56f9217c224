import * as z from 'zod'
import type { CatalogQuery } from '#src/api/catalogs.ts'
import type { Bbox } from '#src/geo/bbox.ts'
import type { Area } from '#src/geo/rings.ts'

export const pageSize = 30

export const sortOrders = ['delivered-last', 'delivered-first', 'taken-last', 'taken-first', 'largest'] as const

const day = z.iso.date().optional().catch(undefined)
const ids = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .optional()
  .catch(undefined)

const bbox = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(z.number()).length(4))
  .transform(([west = 0, south = 0, east = 0, north = 0]): Bbox => [west, south, east, north])
  .refine(([west, south, east, north]) => {
    return south < north && south >= -90 && north <= 90 && Math.abs(west) <= 180 && Math.abs(east) <= 180
  })
  .optional()
  .catch(undefined)

/** What the catalog shows, as its address says it. What can not be read is left out, so an old link still opens. */
const schema = z.object({
  collection: z.string().min(1).optional().catch(undefined),
  /** Whole UTC days, both included. */
  from: day,
  to: day,
  usecase: z.string().min(1).optional().catch(undefined),
  order: ids,
  orderItem: ids,
  /** The drawn area that is looked in, as `areaToUrl` writes it. */
  area: z.string().catch(''),
  /** Or the part of the map. */
  bbox,
  sort: z.enum(sortOrders).catch('delivered-last'),
  /** Counted from 1. */
  page: z.coerce.number().int().min(1).catch(1),
  /** Ids of the pictures that are ticked, on whatever page. */
  picked: ids,
})
export type CatalogsParams = z.infer<typeof schema>

export function readCatalogsParams(search: URLSearchParams): CatalogsParams {
  return schema.parse(Object.fromEntries(search))
}

/** Only what differs from the start is written. */
export function writeCatalogsParams(params: CatalogsParams): Record<string, string> {
  const { order, orderItem, bbox: box, sort, page, picked, ...texts } = params
  const written = {
    ...texts,
    order: order?.join(','),
    orderItem: orderItem?.join(','),
    bbox: box?.map((degrees) => degrees.toFixed(4)).join(','),
    sort: sort === 'delivered-last' ? '' : sort,
    page: page > 1 ? String(page) : '',
    picked: picked?.join(','),
  }
  return Object.fromEntries(Object.entries(written).flatMap(([name, text]) => (text ? [[name, text] as const] : [])))
}

export const noFilters = {
  collection: undefined,
  from: undefined,
  to: undefined,
  usecase: undefined,
  order: undefined,
  orderItem: undefined,
  bbox: undefined,
} satisfies Partial<CatalogsParams>

/** Whether anything is left out of the list. */
export const isFiltered = (params: CatalogsParams): boolean =>
  params.area !== '' || Object.keys(noFilters).some((name) => params[name as keyof typeof noFilters] !== undefined)

const sortings: Record<(typeof sortOrders)[number], CatalogQuery['sort_by']> = {
  'delivered-last': [{ field: 'created_at', direction: 'desc' }],
  'delivered-first': [{ field: 'created_at', direction: 'asc' }],
  'taken-last': [{ field: 'datetime', direction: 'desc' }],
  'taken-first': [{ field: 'datetime', direction: 'asc' }],
  largest: [{ field: 'area', direction: 'desc' }],
}

/** The same as the API is asked. `area`: the drawn one, in order. */
export function catalogQueryOf(params: CatalogsParams, area: Area | null, projectId: string | null): CatalogQuery {
  const { collection, from, to, usecase, order, orderItem, bbox: box, sort, page } = params
  const start = from ? `${from}T00:00:00Z` : '..'
  const end = to ? `${to}T23:59:59Z` : '..'
  return {
    limit: pageSize,
    offset: (page - 1) * pageSize,
    sort_by: sortings[sort],
    ...(collection && { collections: [collection] }),
    ...((from || to) && { datetime: `${start}/${end}` }),
    ...(order && { order_ids: order }),
    ...(orderItem && { order_item_ids: orderItem }),
    ...(area ? { intersects: area } : box && { bbox: box }),
    ...((projectId || usecase) && {
      query: { ...(projectId && { project_id: projectId }), ...(usecase && { usecase }) },
    }),
  }
}
