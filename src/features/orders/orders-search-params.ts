import * as z from 'zod'
import { orderItemStatuses, orderItemTypes } from '#src/contract/order-items.ts'

/** What the list of orders shows, as its address says it. What can not be read falls back, so an old link still opens. */
const schema = z.object({
  show: z.enum(['orders', 'items']).catch('orders'),
  status: z.enum(orderItemStatuses).optional().catch(undefined),
  type: z.enum(orderItemTypes).optional().catch(undefined),
  /** Counted from 1, as people count. */
  page: z.coerce.number().int().min(1).catch(1),
})
export type OrdersParams = z.infer<typeof schema>

export function readOrdersParams(search: URLSearchParams): OrdersParams {
  return schema.parse(Object.fromEntries(search))
}

/** Only what differs from the start is written. */
export function writeOrdersParams({ show, status, type, page }: OrdersParams): URLSearchParams {
  const search = new URLSearchParams()
  if (show !== 'orders') search.set('show', show)
  if (show === 'items' && status) search.set('status', status)
  if (show === 'items' && type) search.set('type', type)
  if (page > 1) search.set('page', String(page))
  return search
}
