import type { OrderItem } from '#src/contract/order-items.ts'
import { readOrderDraft, type OrderDraft } from './order-draft.ts'

export const isNewPicture = ({ type }: Pick<OrderItem, 'type'>): boolean => type === 'TASKING' || type === 'RECURRING'

/** A draft of one more like an item that was ordered. Its area is not told by the service, and its days are over. */
export function draftLike(item: OrderItem): OrderDraft {
  const told = {
    recurrence: item.recurrence,
    count: item.recurrence === 'ONCE' ? undefined : item.no_of_occurrences,
    cloud: item.cloud_cover,
    offNadir: item.off_nadir,
    bandset: item.bandset?.bandset_id,
    name: item.name,
    usecase: item.usecase,
    project: item.project_id,
    store: item.cloud_delivery?.config,
    folder: item.cloud_delivery?.path,
  }
  const known = Object.entries(told).flatMap(([key, value]) => (value == null ? [] : [[key, String(value)]]))
  return readOrderDraft(new URLSearchParams(known))
}
