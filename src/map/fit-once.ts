import type { Geometry } from 'geojson'
import { useEffect, useEffectEvent, useRef } from 'react'
import { isCameraFromLink } from './camera-in-url.ts'
import { isInView, useFitBounds } from './fit-bounds.ts'
import { useMap } from './use-map.ts'

/**
 * Brings geometries into view when they first are there, and again only for another `key`: what changes under the same
 * key, as an answer asked for again does, must not take the map out of a person's hands. A link that was opened with a
 * camera looks where it looked when it was copied, as long as that is at them.
 */
export function useFitOnce(key: string, geometries: readonly Geometry[]): void {
  const map = useMap()
  const fit = useFitBounds()
  const fitted = useRef<string>(undefined)
  const latest = useEffectEvent(() => geometries)
  const isThere = geometries.length > 0
  useEffect(() => {
    if (!map || !isThere || fitted.current === key) return
    fitted.current = key
    const what = { type: 'GeometryCollection' as const, geometries: [...latest()] }
    // The panels that came with it are measured by then, so that it comes to lie beside them.
    queueMicrotask(() => {
      if (!(isCameraFromLink() && isInView(map, what))) fit(what)
    })
  }, [map, fit, key, isThere])
}
