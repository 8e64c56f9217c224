import type { Position } from 'geojson'
import type { Coordinates, ImageSource } from 'maplibre-gl'
import { useEffect, useEffectEvent } from 'react'
import { cutOut } from './cut-out.ts'
import { removeSourceWithLayers } from './geojson-layer.tsx'
import { layerAbove, layerId, type LayerSlot } from './layer-slots.ts'
import { useMapState } from './use-map.ts'

/** Upper left, upper right, lower right, lower left of the picture, as [lng, lat]. */
export type ImageCorners = readonly [Position, Position, Position, Position]

type ImageLayerProps = {
  /** Unique on the map. */
  name: string
  /** Of a picture that an <img> can show, `blob:` and `data:` included. */
  url: string
  corners: ImageCorners
  /** Shows only what lies in these rings (holes by the even-odd rule), in shares of the picture from its upper left. */
  outline?: readonly (readonly Position[])[]
  /** 0 to 1. */
  opacity?: number
  /** `nearest` shows the pixels as they are. */
  resampling?: 'linear' | 'nearest'
  slot?: LayerSlot
  /** Higher lies above, within the slot. */
  order?: number
  /** The picture could not be loaded. */
  onError?: (url: string) => void
}

/** Drapes a picture over four corners while it is mounted; renders nothing itself. */
export function ImageLayer({
  name,
  url,
  corners,
  outline,
  opacity = 1,
  resampling = 'linear',
  slot = 'imagery',
  order = 0,
  onError,
}: ImageLayerProps): null {
  const { map, styleRevision } = useMapState()
  const sourceId = layerId(slot, order, name)
  const rasterId = `${sourceId}/raster`
  const place = JSON.stringify(corners)
  const shape = outline && JSON.stringify(outline)
  const latest = useEffectEvent(() => ({ place, opacity, resampling, onError }))

  useEffect(() => {
    if (!map || styleRevision === 0) return
    const now = latest()
    map.addSource(sourceId, { type: 'image', coordinates: toCoordinates(now.place) })
    const paint = { 'raster-opacity': now.opacity, 'raster-resampling': now.resampling, 'raster-fade-duration': 0 }
    map.addLayer({ id: rasterId, type: 'raster', source: sourceId, paint }, layerAbove(map, rasterId))
    return () => removeSourceWithLayers(map, sourceId)
  }, [map, styleRevision, sourceId, rasterId])

  useEffect(() => {
    if (!map || styleRevision === 0) return
    let isStale = false
    // Not MapLibre's own loading: that fetches, which the content security policy forbids for `blob:` and `data:`.
    const picture = new Image()
    picture.crossOrigin = 'anonymous'
    picture.src = url
    const load = async () => {
      await picture.decode()
      return shape === undefined ? picture : cutOut(picture, JSON.parse(shape) as Position[][])
    }
    load().then(
      (image) => {
        if (!isStale) map.getSource<ImageSource>(sourceId)?.updateImage({ image })
      },
      () => {
        if (!isStale) latest().onError?.(url)
      },
    )
    return () => {
      isStale = true
    }
  }, [map, styleRevision, sourceId, url, shape])

  useEffect(() => {
    map?.getSource<ImageSource>(sourceId)?.setCoordinates(toCoordinates(place))
  }, [map, sourceId, place])

  useEffect(() => {
    if (!map?.getLayer(rasterId)) return
    map.setPaintProperty(rasterId, 'raster-opacity', opacity)
    map.setPaintProperty(rasterId, 'raster-resampling', resampling)
  }, [map, rasterId, opacity, resampling])
  return null
}

/** Corners go through JSON so that equal ones in a new array are no change. */
function toCoordinates(place: string): Coordinates {
  return JSON.parse(place)
}
