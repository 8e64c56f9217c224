import * as z from 'zod'
import { isDeliverySettled } from '#src/api/delivery-states.ts'
import type { Delivery } from '#src/contract/deliveries.ts'

export const pageSize = 50

export const deliveryStates = ['moving', 'delivered', 'failed'] as const

/** Which deliveries are listed, as the address says it. What can not be read is left out, so an old link still opens. */
const schema = z.object({
  /** Id of a store. */
  store: z.string().min(1).optional().catch(undefined),
  state: z.enum(deliveryStates).optional().catch(undefined),
  /** Id of an order item. */
  item: z.string().min(1).optional().catch(undefined),
  /** Counted from 1. */
  page: z.coerce.number().int().min(1).catch(1),
})
export type DeliveriesParams = z.infer<typeof schema>

export const readDeliveriesParams = (search: URLSearchParams): DeliveriesParams =>
  schema.parse(Object.fromEntries(search))

/** Only what differs from the start is written. */
export function writeDeliveriesParams({ store, state, item, page }: DeliveriesParams): URLSearchParams {
  const search = new URLSearchParams()
  const written = { store, state, item, page: page > 1 ? String(page) : undefined }
  for (const [name, text] of Object.entries(written)) if (text) search.set(name, text)
  return search
}

export const isFiltered = ({ store, state, item }: DeliveriesParams): boolean =>
  [store, state, item].some((value) => value !== undefined)

/** What the service can not look for: it knows order items, but neither stores nor states. */
export function matches({ store, state }: DeliveriesParams, { status, cloud_delivery: target }: Delivery): boolean {
  if (store !== undefined && target?.config !== store) return false
  if (state === 'moving') return !isDeliverySettled({ status })
  if (state === 'delivered') return status === 'SUCCESS'
  return state !== 'failed' || status === 'FAILED'
}
