import type { CartPicture } from '#src/cart/cart-store.ts'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { areaFromUrl } from '#src/geo/area-in-url.ts'
import type { Area } from '#src/geo/rings.ts'
import { itemOfDraft } from '../new-order/draft-item.ts'
import { firstPossibleDay, readOrderDraft, type OrderDraft } from '../new-order/order-draft.ts'

/** A new picture of the cart, read from the form that described it: what becomes one order item. */
export type PlannedPicture = { entry: CartPicture; draft: OrderDraft; area: Area; item: OrderItemRequest }

/** An entry whose form has no area is none. */
export function plannedPicture(entry: CartPicture, nowMs: number): PlannedPicture | null {
  const draft = readOrderDraft(new URLSearchParams(entry.form))
  const area = areaFromUrl(draft.area)
  return area && { entry, draft, area, item: itemOfDraft(draft, area, draft.project, firstPossibleDay(nowMs)) }
}
