import type { MultiPolygon, Polygon } from 'geojson'
import type { CartScene } from '#src/cart/cart-store.ts'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import type { Surface } from '#src/contract/geojson.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { deliveryOf, type DeliveryChoice } from '../delivery-choice.ts'
import type { ItemProblem } from '../order-problems.ts'

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

const shared = /^(project_id|usecase|cloud_delivery)\b/

/**
 * What the service said of a group, by where it is shown: `name` beside its field, the rest with the area. A reason that is
 * about one of several scenes says which. Fields that stand once for all groups are left to these.
 */
export function groupProblems(
  { entries }: CartGroup,
  problems: readonly ItemProblem[],
): { name: string | undefined; others: string[] } {
  const others = problems.filter(({ field }) => field !== 'name' && !shared.test(field))
  return {
    name: problems.find(({ field }) => field === 'name')?.reason,
    others: others.map(({ field, reason }) => {
      const scene = entries[Number(/^item_ids\[(\d+)\]/.exec(field)?.[1] ?? NaN)]
      return scene && entries.length > 1 ? `${scene.datetime.slice(0, 10)}, ${scene.title}: ${reason}` : reason
    }),
  }
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
