import type { Geometry } from 'geojson'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useFitBounds } from './fit-bounds.ts'
import { useMap } from './use-map.ts'

/**
 * Brings geometries into view when they first are there, and again only for another `key`: what changes under the same
 * key, as an answer asked for again does, must not take the map out of a person's hands.
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
    fit({ type: 'GeometryCollection', geometries: [...latest()] })
  }, [map, fit, key, isThere])
}
