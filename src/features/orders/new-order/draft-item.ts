import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import type { Surface } from '#src/contract/geojson.ts'
import type { Area } from '#src/geo/rings.ts'
import { addDays, type IsoDay } from '#src/ui/field/iso-day.ts'
import { deliveryOf } from '../delivery-choice.ts'
import { isCounted, windowOf, type OrderDraft } from './order-draft.ts'

/**
 * A new picture as the service wants it: the day after the last in place of the last, and an end or a number of pictures,
 * never both.
 */
export function itemOfDraft(draft: OrderDraft, area: Area, projectId: string, firstDay: IsoDay): OrderItemRequest {
  const { from, to } = windowOf(draft, firstDay)
  const name = draft.name.trim()
  return {
    project_id: projectId,
    usecase: draft.usecase.trim(),
    ...(name && { name }),
    geometry: {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: area as Surface }],
    },
    bandset: { bandset_id: draft.bandset },
    recurrence: draft.recurrence,
    start_date: startOf(from),
    ...(isCounted(draft) || to === undefined
      ? { no_of_occurrences: draft.count }
      : { end_date: startOf(addDays(to, 1)) }),
    cloud_cover: draft.cloud,
    off_nadir: draft.offNadir,
    ...deliveryOf(draft),
  }
}

const startOf = (day: IsoDay) => `${day}T00:00:00Z`
