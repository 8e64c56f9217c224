import type { OrderItemRequest } from '#src/contract/order-item-request.ts'

/** Where pictures go by themselves when they are ready: a store and a folder in it. An empty store: nowhere. */
export type DeliveryChoice = { store: string; folder: string }

/** The part of a request that asks for it; nothing for those who chose no store. */
export function deliveryOf({ store, folder }: DeliveryChoice): Pick<OrderItemRequest, 'cloud_delivery'> {
  const path = folder.trim()
  return store ? { cloud_delivery: { config: store, ...(path && { path }) } } : {}
}
