import type { Position } from 'geojson'
import type { ImageSource } from 'maplibre-gl'
import { useEffect, useEffectEvent, useRef } from 'react'
import { removeSourceWithLayers } from './geojson-layer.tsx'
import { layerAbove, layerId, type LayerSlot } from './layer-slots.ts'
import { useMapState } from './use-map.ts'

/** Upper left, upper right, lower right, lower left of the picture, as [lng, lat]. */
export type ImageCorners = readonly [Position, Position, Position, Position]

type ImageLayerProps = {
  /** Unique on the map. */
  name: string
  /** Of a picture the browser can show; `blob:` and `data:` work too. */
  url: string
  corners: ImageCorners
  /** 0 to 1. */
  opacity?: number
  /** `nearest` shows the pixels as they are. */
  resampling?: 'linear' | 'nearest'
  slot?: LayerSlot
  /** Higher lies above, within the slot. */
  order?: number
}

/** Drapes a picture over four corners while it is mounted; renders nothing itself. */
export function ImageLayer({
  name,
  url,
  corners,
  opacity = 1,
  resampling = 'linear',
  slot = 'imagery',
  order = 0,
}: ImageLayerProps): null {
  const { map, styleRevision } = useMapState()
  const sourceId = layerId(slot, order, name)
  const place = JSON.stringify(corners)
  const drawn = useRef<{ url: string; place: string }>(undefined)
  const latest = useEffectEvent(() => ({ url, place, opacity, resampling }))

  useEffect(() => {
    if (!map || styleRevision === 0) return
    const now = latest()
    drawn.current = now
    const id = `${sourceId}/raster`
    map.addSource(sourceId, { type: 'image', url: now.url, coordinates: JSON.parse(now.place) })
    const paint = { 'raster-opacity': now.opacity, 'raster-resampling': now.resampling, 'raster-fade-duration': 0 }
    map.addLayer({ id, type: 'raster', source: sourceId, paint }, layerAbove(map, id))
    return () => {
      drawn.current = undefined
      removeSourceWithLayers(map, sourceId)
    }
  }, [map, styleRevision, sourceId])

  useEffect(() => {
    const source = map?.getSource<ImageSource>(sourceId)
    if (!map || !source || !drawn.current) return
    if (drawn.current.url !== url) source.updateImage({ url, coordinates: JSON.parse(place) })
    else if (drawn.current.place !== place) source.setCoordinates(JSON.parse(place))
    drawn.current = { url, place }
  }, [map, sourceId, url, place])

  useEffect(() => {
    const id = `${sourceId}/raster`
    if (!map?.getLayer(id)) return
    map.setPaintProperty(id, 'raster-opacity', opacity)
    map.setPaintProperty(id, 'raster-resampling', resampling)
  }, [map, sourceId, opacity, resampling])
  return null
}
