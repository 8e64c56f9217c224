import type { MapLibreMap, StyleSpecification } from 'maplibre-gl'

/**
 * Turns one variant of the basemap into another in place: both have the same layers, so only colours and visibility
 * differ. Unlike `setStyle` this keeps tiles, and every layer that screens have added.
 */
export function adaptStyle(map: MapLibreMap, from: StyleSpecification, to: StyleSpecification): void {
  if (from.projection?.type !== to.projection?.type) map.setProjection(to.projection ?? { type: 'mercator' })
  const before = new Map(from.layers.map((layer) => [layer.id, layer]))
  for (const layer of to.layers) adaptLayer(map, layer.id, before.get(layer.id), layer)
}

type Drawn = { paint?: object; layout?: object }
type PaintKey = Parameters<MapLibreMap['setPaintProperty']>[1]
type PaintValue = Parameters<MapLibreMap['setPaintProperty']>[2]
type LayoutKey = Parameters<MapLibreMap['setLayoutProperty']>[1]
type LayoutValue = Parameters<MapLibreMap['setLayoutProperty']>[2]

/** Sets what differs between two states of a layer, and unsets what the second no longer says. */
export function adaptLayer(map: MapLibreMap, id: string, before: Drawn | undefined, after: Drawn): void {
  for (const [key, value] of differences<PaintKey, PaintValue>(before?.paint, after.paint)) {
    map.setPaintProperty(id, key, value)
  }
  for (const [key, value] of differences<LayoutKey, LayoutValue>(before?.layout, after.layout)) {
    map.setLayoutProperty(id, key, value)
  }
}

/** Keys and values are those the two objects have, which their layer types limit to what MapLibre knows. */
function differences<Key extends string, Value>(before: object = {}, after: object = {}): [Key, Value | undefined][] {
  const old = new Map<string, Value>(Object.entries(before))
  const now = new Map<string, Value>(Object.entries(after))
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)))
    .map((key) => [key as Key, now.get(key)])
}
