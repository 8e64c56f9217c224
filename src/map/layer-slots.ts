import type { MapLibreMap } from 'maplibre-gl'

/**
 * What lies over what, from the bottom up. `ground` and `reference` (borders and names, kept above the imagery) belong to
 * the basemap; screens draw into the others. A layer's place is said by its slot, never by who mounted first.
 */
export const LAYER_SLOTS = ['ground', 'imagery', 'reference', 'aois', 'footprints', 'selection', 'drawing'] as const

export type LayerSlot = (typeof LAYER_SLOTS)[number]

/** Layer ids read "slot/order/name/part", so that where a layer lies can be told from its id alone. */
export function layerId(slot: LayerSlot, order: number, name: string, part = ''): string {
  return [slot, order, name, ...(part ? [part] : [])].join('/')
}

/** The slot of a layer, or undefined for a layer that is not ours. */
export function slotOf(id: string): LayerSlot | undefined {
  const head = id.slice(0, id.indexOf('/'))
  return LAYER_SLOTS.find((slot) => slot === head)
}

/** The layer a new layer has to be put below: the first that lies in a higher slot, or higher in the same slot. */
export function layerAbove(map: Pick<MapLibreMap, 'getLayersOrder'>, id: string): string | undefined {
  const [rank, order] = height(id)
  return map.getLayersOrder().find((other) => {
    const [otherRank, otherOrder] = height(other)
    return otherRank > rank || (otherRank === rank && otherOrder > order)
  })
}

function height(id: string): [rank: number, order: number] {
  const slot = slotOf(id)
  return [slot ? LAYER_SLOTS.indexOf(slot) : LAYER_SLOTS.length, Number(id.split('/')[1]) || 0]
}
