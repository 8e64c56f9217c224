import type { CartEntry } from '#src/cart/cart-store.ts'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import type { OrderItem } from '#src/contract/order-items.ts'
import type { Order } from '#src/contract/orders.ts'

/** An order on its way: what it asks for, and what of the cart is gone once it is placed. */
export type SentOrder = {
  items: readonly OrderItemRequest[]
  entries: readonly CartEntry[]
  /** The newest orders before this one was sent: what is not among them may be it. */
  knownOrderIds: readonly string[]
}

/** The order that came of one that got no answer: it was not there before and asks for the same things. */
export function findPlaced(
  orders: readonly Order[],
  { items, knownOrderIds }: Pick<SentOrder, 'items' | 'knownOrderIds'>,
): Order | undefined {
  const asked = items.map(signatureOfRequest).sort()
  return orders.find(({ id, order_items: placed }) => {
    if (knownOrderIds.includes(id) || placed.length !== items.length) return false
    const got = placed.map(signatureOfPlaced).sort()
    return got.every((one, i) => one === asked[i])
  })
}

// The same scenes in the same project; for a new picture the same bands from the same moment on, again as often.

function signatureOfRequest({ project_id: project, item_ids: ids, ...item }: OrderItemRequest): string {
  if (ids) return signature(project, ids)
  return signature(project, [item.bandset?.bandset_id, item.recurrence, moment(item.start_date)])
}

function signatureOfPlaced({ project_id: project, images, bandset, ...item }: OrderItem): string {
  if (item.type === 'TASKING' || item.type === 'RECURRING')
    return signature(project, [bandset?.bandset_id, item.recurrence, moment(item.start_date)])
  return signature(
    project,
    (images ?? []).map((image) => image.item_id),
  )
}

const signature = (project: string | null | undefined, parts: readonly (string | null | undefined)[]) =>
  JSON.stringify([project ?? '', parts.map((part) => part ?? '').sort()])

/** Moments are written in several ways. */
const moment = (text: string | null | undefined) => (text ? String(Date.parse(text)) : '')
