import * as z from 'zod'
import type { CatalogQuery } from '#src/api/catalogs.ts'
import type { Bbox } from '#src/geo/bbox.ts'

export const pageSize = 30

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
  order: ids,
  orderItem: ids,
  /** The part of the map that is looked in. */
  bbox,
  sort: z.enum(['taken', 'delivered']).catch('delivered'),
  /** Counted from 1. */
  page: z.coerce.number().int().min(1).catch(1),
})
export type CatalogsParams = z.infer<typeof schema>

export function readCatalogsParams(search: URLSearchParams): CatalogsParams {
  return schema.parse(Object.fromEntries(search))
}

/** Only what differs from the start is written. */
export function writeCatalogsParams(params: CatalogsParams): URLSearchParams {
  const { collection, from, to, order, orderItem, bbox: box, sort, page } = params
  const written = {
    collection,
    from,
    to,
    order: order?.join(','),
    orderItem: orderItem?.join(','),
    bbox: box?.map((degrees) => degrees.toFixed(4)).join(','),
    sort: sort === 'delivered' ? undefined : sort,
    page: page > 1 ? String(page) : undefined,
  }
  const search = new URLSearchParams()
  for (const [name, text] of Object.entries(written)) if (text) search.set(name, text)
  return search
}

/** Whether anything is left out of the list. */
export const isFiltered = ({ collection, from, to, order, orderItem, bbox: box }: CatalogsParams): boolean =>
  [collection, from, to, order, orderItem, box].some((value) => value !== undefined)

/** The same as the API is asked. */
export function catalogQueryOf(params: CatalogsParams, projectId: string | null): CatalogQuery {
  const { collection, from, to, order, orderItem, bbox: box, sort, page } = params
  const start = from ? `${from}T00:00:00Z` : '..'
  const end = to ? `${to}T23:59:59Z` : '..'
  return {
    limit: pageSize,
    offset: (page - 1) * pageSize,
    sort_by: [{ field: sort === 'taken' ? 'datetime' : 'created_at', direction: 'desc' }],
    ...(collection && { collections: [collection] }),
    ...((from || to) && { datetime: `${start}/${end}` }),
    ...(order && { order_ids: order }),
    ...(orderItem && { order_item_ids: orderItem }),
    ...(box && { bbox: box }),
    ...(projectId && { query: { project_id: projectId } }),
  }
}
