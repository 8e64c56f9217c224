import type { MapLibreMap } from 'maplibre-gl'
import { slotOf, type LayerSlot } from './layer-slots.ts'

/** What end-to-end tests may read of the map, as `window.swathMap`. Only in builds made with VITE_TEST_HANDLE=1. */
export interface MapTestHandle {
  /** Nothing is loading, moving or waiting to be drawn. */
  isIdle: () => boolean
  camera: () => { lng: number; lat: number; zoom: number; bearing: number; pitch: number }
  /** Moves the camera at once, for tests that need a place and not the way there. */
  jumpTo: (camera: { lng: number; lat: number; zoom: number }) => void
  /** Page pixels of a place; null behind the globe or outside of the window. */
  project: (lng: number, lat: number) => { x: number; y: number } | null
  /** The place under a page pixel. */
  unproject: (x: number, y: number) => { lng: number; lat: number }
  /** Ids of all layers, from the bottom up. */
  layers: () => string[]
  /** Features drawn in the window, topmost first, each once. */
  features: (slot: LayerSlot) => { id: string | number | undefined; layer: string; properties: object; state: object }[]
}

declare global {
  interface Window {
    swathMap?: MapTestHandle
  }
}

export function exposeTestHandle(map: MapLibreMap): void {
  // A second map, which follows the first.
  if (window.swathMap) return
  const origin = () => map.getCanvas().getBoundingClientRect()
  window.swathMap = {
    isIdle: () => map.loaded() && !map.isMoving() && map.areTilesLoaded(),
    camera: () => ({ ...map.getCenter(), zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }),
    jumpTo: ({ lng, lat, zoom }) => void map.jumpTo({ center: [lng, lat], zoom }),
    project: (lng, lat) => {
      const { x, y } = map.project([lng, lat])
      const { left, top, width, height } = origin()
      return x < 0 || y < 0 || x > width || y > height ? null : { x: x + left, y: y + top }
    },
    unproject: (x, y) => {
      const { left, top } = origin()
      const { lng, lat } = map.unproject([x - left, y - top])
      return { lng, lat }
    },
    layers: () => map.getLayersOrder(),
    features: (slot) => {
      const layers = map.getLayersOrder().filter((id) => slotOf(id) === slot)
      if (layers.length === 0) return []
      const found = map.queryRenderedFeatures({ layers }).map(({ id, layer, properties, state }) => ({
        id,
        layer: layer.id,
        properties,
        state,
      }))
      return [
        ...new Map(found.map((hit) => [`${hit.layer} ${hit.id ?? JSON.stringify(hit.properties)}`, hit])).values(),
      ]
    },
  }
  map.once('remove', () => {
    delete window.swathMap
  })
}
