import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { MapLibreMap } from 'maplibre-gl'
import { useCallback } from 'react'
import { wrapLongitude } from '#src/geo/antimeridian.ts'
import { bboxesOverlap, bboxOf, type Bbox } from '#src/geo/bbox.ts'
import { prefersReducedMotion } from './reduced-motion.ts'
import { useMap } from './use-map.ts'
import { fitInsetOf, type ViewInset } from './view-inset.ts'

/** A box of [west, south, east, north], where west > east means across the antimeridian, or what has one. */
export type Fittable = Bbox | Feature | FeatureCollection | Geometry

const MARGIN_PX = 48
/** An area of a few metres is not worth flying into the dark between two pixels. */
const MAX_ZOOM = 15
const FLIGHT_MS = 600

/** A function that brings something into view; does nothing while there is no map, or nothing to show. */
export function useFitBounds(): (what: Fittable) => void {
  const map = useMap()
  return useCallback((what) => void (map && fitBounds(map, what)), [map])
}

/** A function that brings a place into the middle of what panels leave free, at the zoom of the moment or the one given. */
export function useShowPlace(): (place: Position, zoom?: number) => void {
  const map = useMap()
  return useCallback(
    ([lng = 0, lat = 0], zoom) => {
      if (!map) return
      const { top, right, bottom, left } = paddingFor(map)
      map.easeTo({
        center: [lng, lat],
        ...(zoom !== undefined && { zoom }),
        // Not as padding, which the map would keep to ever after.
        offset: [(left - right) / 2, (top - bottom) / 2],
        duration: prefersReducedMotion() ? 0 : FLIGHT_MS,
      })
    },
    [map],
  )
}

export function fitBounds(map: MapLibreMap, what: Fittable): void {
  const box = isBox(what) ? what : bboxOf(geometryOf(what))
  if (!box) return
  const [west, south, east, north] = box
  map.fitBounds([west, south, east < west ? east + 360 : east, north], {
    padding: paddingFor(map),
    maxZoom: MAX_ZOOM,
    duration: prefersReducedMotion() ? 0 : FLIGHT_MS,
  })
}

/** Whether the map shows some of it now. */
export function isInView(map: MapLibreMap, what: Fittable): boolean {
  const box = isBox(what) ? what : bboxOf(geometryOf(what))
  const bounds = map.getBounds()
  const [west, east] = [bounds.getWest(), bounds.getEast()]
  if (east - west >= 360) return true
  return (
    box !== undefined &&
    bboxesOverlap(box, [wrapLongitude(west), bounds.getSouth(), wrapLongitude(east), bounds.getNorth()])
  )
}

/** On a screen too small for panel and margin together the panel wins no room: the middle of the map is shown. */
function paddingFor(map: MapLibreMap): ViewInset {
  const { clientWidth, clientHeight } = map.getContainer()
  const { top, right, bottom, left } = fitInsetOf(map)
  const room = 120 + 2 * MARGIN_PX
  const [x, y] = [clientWidth - left - right > room ? 1 : 0, clientHeight - top - bottom > room ? 1 : 0]
  const margin = Math.min(MARGIN_PX, clientWidth / 6, clientHeight / 6)
  return { top: top * y + margin, right: right * x + margin, bottom: bottom * y + margin, left: left * x + margin }
}

function isBox(what: Fittable): what is Bbox {
  return Array.isArray(what)
}

function geometryOf(what: Feature | FeatureCollection | Geometry): Geometry {
  if (what.type === 'Feature') return what.geometry
  if (what.type !== 'FeatureCollection') return what
  return { type: 'GeometryCollection', geometries: what.features.map(({ geometry }) => geometry) }
}
