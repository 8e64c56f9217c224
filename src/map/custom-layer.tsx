import type { CustomLayerInterface } from 'maplibre-gl'
import { useEffect } from 'react'
import { layerAbove, layerId, type LayerSlot } from './layer-slots.ts'
import { useMapState } from './use-map.ts'

type CustomLayerProps = {
  /** Unique on the map. */
  name: string
  slot: LayerSlot
  /** Higher lies above, within the slot. */
  order?: number
  /** What draws with WebGL. Keep the same object between renders: a new one is a new layer. */
  layer: Omit<CustomLayerInterface, 'id' | 'type'>
}

/** Puts a WebGL layer of our own in its slot while it is mounted; renders nothing itself. */
export function CustomLayer({ name, slot, order = 0, layer }: CustomLayerProps): null {
  const { map, styleRevision } = useMapState()
  const id = `${layerId(slot, order, name)}/custom`
  useEffect(() => {
    if (!map || styleRevision === 0) return
    // Called through, so that `this` is the layer given and not a copy of it.
    const drawn: CustomLayerInterface = {
      id,
      type: 'custom',
      renderingMode: layer.renderingMode ?? '2d',
      onAdd: (shown, gl) => layer.onAdd?.(shown, gl),
      onRemove: (shown, gl) => layer.onRemove?.(shown, gl),
      render: (gl, input) => layer.render(gl, input),
      ...(layer.prerender && { prerender: (gl, input) => layer.prerender?.(gl, input) }),
    }
    map.addLayer(drawn, layerAbove(map, id))
    return () => {
      if (map.getLayer(id)) map.removeLayer(id)
    }
  }, [map, styleRevision, id, layer])
  return null
}
