import type { Position } from 'geojson'
import type { Marker as MapLibreMarker } from 'maplibre-gl'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMap } from './use-map.ts'

type MarkerProps = {
  position: Position
  /** Which point of the content lies on the position. */
  anchor?: 'center' | 'bottom' | 'top'
  /** Pixels further up; below zero further down. */
  liftPx?: number
  /** Given: the marker can be dragged, and this hears where it was let go. */
  onMove?: (position: Position) => void
  children: ReactNode
}

/** Puts React content on a place of the map; it moves with the map and hides behind the globe. */
export function Marker({ position: [lng = 0, lat = 0], anchor = 'center', liftPx = 0, onMove, children }: MarkerProps) {
  const map = useMap()
  const [element] = useState(() => document.createElement('div'))
  const [marker, setMarker] = useState<MapLibreMarker>()
  const isDraggable = onMove !== undefined
  const moved = useEffectEvent((to: Position) => onMove?.(to))
  const place = useEffectEvent((made: MapLibreMarker) => made.setLngLat([lng, lat]))

  useEffect(() => {
    if (!map) return
    let isGone = false
    let made: MapLibreMarker | undefined
    // Where there is a map the module is loaded already; importing it lazily keeps it out of the first chunk.
    void import('maplibre-gl').then(({ Marker: Made }) => {
      if (isGone) return
      made = new Made({ element, anchor, offset: [0, -liftPx], draggable: isDraggable })
      made.on('dragend', ({ target }) => moved(target.getLngLat().wrap().toArray()))
      place(made).addTo(map)
      setMarker(made)
    })
    return () => {
      isGone = true
      made?.remove()
      setMarker(undefined)
    }
  }, [map, element, anchor, liftPx, isDraggable])

  useEffect(() => {
    marker?.setLngLat([lng, lat])
  }, [marker, lng, lat])

  return createPortal(children, element)
}
