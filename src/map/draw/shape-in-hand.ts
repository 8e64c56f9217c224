import type { MapLibreMap } from 'maplibre-gl'
import type { GeoJSONStoreFeatures, TerraDraw, TerraDrawMouseEvent } from 'terra-draw'
import { isRing } from './draw-geometry.ts'
import { handleReachPx } from './draw-modes.ts'

/** The ring that is being drawn; of a line there is none. */
export function drawnShape(draw: TerraDraw): GeoJSONStoreFeatures | undefined {
  return draw.getSnapshot().find((feature) => isRing(feature) && feature.properties.currentlyDrawing)
}

/** The ring whose handles are shown. */
export function selectedShape(draw: TerraDraw): GeoJSONStoreFeatures | undefined {
  return draw.getSnapshot().find((feature) => isRing(feature) && feature.properties.selected)
}

/** The ring of which a drag from there takes hold by a handle; undefined where it moves the whole, or the map. */
export function shapeHeldByHandle(
  draw: TerraDraw,
  map: Pick<MapLibreMap, 'project'>,
  { containerX, containerY }: TerraDrawMouseEvent,
): GeoJSONStoreFeatures | undefined {
  const shape = selectedShape(draw)
  const isHeld = draw.getSnapshot().some(({ geometry, properties }) => {
    // By the middle of its side a box is moved.
    const isHandle = properties.selectionPoint || (properties.midPoint && shape?.properties.mode !== 'rectangle')
    if (!isHandle || geometry.type !== 'Point') return false
    const [lng = 0, lat = 0] = geometry.coordinates
    const { x, y } = map.project([lng, lat])
    return Math.hypot(x - containerX, y - containerY) < handleReachPx()
  })
  return isHeld ? shape : undefined
}
