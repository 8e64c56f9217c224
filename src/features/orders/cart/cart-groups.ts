import type { MultiPolygon, Polygon } from 'geojson'
import type { CartScene } from '#src/cart/cart-store.ts'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import type { Surface } from '#src/contract/geojson.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { deliveryOf, type DeliveryChoice } from '../delivery-choice.ts'

/** The scenes wanted over one area: what becomes one order item. */
export type CartGroup = {
  key: string
  area: Polygon | MultiPolygon
  /** As the service measures it, in UTM. */
  areaKm2: number
  entries: readonly CartScene[]
}

/** What is said of a group besides its scenes. */
export type GroupChoice = { projectId: string; usecase: string; name: string; delivery: DeliveryChoice }

/** In the order in which the areas came into the cart. */
export function groupByArea(entries: readonly CartScene[]): CartGroup[] {
  const groups = new Map<string, CartScene[]>()
  for (const entry of entries) {
    const key = JSON.stringify(entry.area.coordinates)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups].flatMap(([key, together]) => {
    const [first] = together
    return first ? [{ key, area: first.area, areaKm2: utmAreaKm2(first.area), entries: together }] : []
  })
}

export function orderItemOf(group: CartGroup, { projectId, usecase, name, delivery }: GroupChoice): OrderItemRequest {
  const trimmed = name.trim()
  return {
    project_id: projectId,
    usecase: usecase.trim(),
    ...(trimmed && { name: trimmed }),
    geometry: {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: group.area as Surface }],
    },
    item_ids: group.entries.map(({ sceneId }) => sceneId),
    ...deliveryOf(delivery),
  }
}
