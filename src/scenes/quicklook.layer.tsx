import { useMemo } from 'react'
import { ImageLayer } from '#src/map/image-layer.tsx'
import { quicklookPlace } from './quicklook-place.ts'
import type { Scene } from './scene.ts'

type QuicklookLayerProps = {
  scene: Scene
  /** 0 to 1 */
  opacity?: number
  /** Higher lies above. */
  order?: number
  onError?: () => void
}

/** Drapes a scene's quicklook over its place on the map. */
export function QuicklookLayer({ scene, opacity = 1, order = 0, onError }: QuicklookLayerProps) {
  const { key, footprint, epsg, thumbnailUrl } = scene
  const place = useMemo(() => quicklookPlace({ footprint, epsg }), [footprint, epsg])
  if (!place || thumbnailUrl === undefined) return null
  return (
    <ImageLayer
      name={`quicklook ${key}`}
      url={thumbnailUrl}
      {...place}
      opacity={opacity}
      order={order}
      onError={onError}
    />
  )
}
