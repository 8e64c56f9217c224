import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect } from 'react'
import { prefersReducedMotion } from './reduced-motion.ts'
import { useMap } from './use-map.ts'

/** West, south, east, north. West greater than east means across the antimeridian, as in GeoJSON. */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number]

export type Fittable = BoundingBox | Feature | FeatureCollection | Geometry

/** What of the map lies under panels, in pixels. */
export interface ViewInset {
  top: number
  right: number
  bottom: number
  left: number
}

const MARGIN_PX = 48
/** An area of a few metres is not worth flying into the dark between two pixels. */
const MAX_ZOOM = 15
const FLIGHT_MS = 600

const insets = new WeakMap<MapLibreMap, ViewInset>()

/** Tells the map how much of it panels cover, so that what is fitted comes to lie beside them. For the shell. */
export function useViewInset({ top, right, bottom, left }: ViewInset): void {
  const map = useMap()
  useEffect(() => {
    if (map) insets.set(map, { top, right, bottom, left })
  }, [map, top, right, bottom, left])
}

/** A function that brings something into view; does nothing while there is no map, or nothing to show. */
export function useFitBounds(): (what: Fittable) => void {
  const map = useMap()
  return useCallback((what) => void (map && fitBounds(map, what)), [map])
}

export function fitBounds(map: MapLibreMap, what: Fittable): void {
  const box = isBox(what) ? what : boundsOf(what)
  if (!box) return
  const [west, south, east, north] = box
  map.fitBounds([west, south, east < west ? east + 360 : east, north], {
    padding: paddingFor(map),
    maxZoom: MAX_ZOOM,
    duration: prefersReducedMotion() ? 0 : FLIGHT_MS,
  })
}

/** On a screen too small for panel and margin together the panel wins no room: the middle of the map is shown. */
function paddingFor(map: MapLibreMap): ViewInset {
  const { clientWidth, clientHeight } = map.getContainer()
  const { top, right, bottom, left } = insets.get(map) ?? { top: 0, right: 0, bottom: 0, left: 0 }
  const room = 120 + 2 * MARGIN_PX
  const [x, y] = [clientWidth - left - right > room ? 1 : 0, clientHeight - top - bottom > room ? 1 : 0]
  const margin = Math.min(MARGIN_PX, clientWidth / 6, clientHeight / 6)
  return { top: top * y + margin, right: right * x + margin, bottom: bottom * y + margin, left: left * x + margin }
}

function isBox(what: Fittable): what is BoundingBox {
  return Array.isArray(what)
}

/**
 * The smallest box around some GeoJSON, across the antimeridian if that makes it narrower; undefined if there is no
 * position in it.
 */
export function boundsOf(what: Feature | FeatureCollection | Geometry): BoundingBox | undefined {
  const positions = [...positionsOf(what)]
  if (positions.length === 0) return undefined
  const lats = positions.map(([, lat = 0]) => lat)
  const lngs = positions.map(([lng = 0]) => lng)
  const wrapped = lngs.map((lng) => (lng < 0 ? lng + 360 : lng))
  const direct = range(lngs)
  const across = range(wrapped)
  const isAcross = across[1] - across[0] < direct[1] - direct[0] && across[1] > 180
  const [west, east] = isAcross ? [across[0], across[1] - 360] : direct
  const [south, north] = range(lats)
  return [west, south, east, north]
}

function range(values: number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  )
}

function* positionsOf(what: Feature | FeatureCollection | Geometry): Generator<Position> {
  if (what.type === 'FeatureCollection') for (const feature of what.features) yield* positionsOf(feature)
  else if (what.type === 'Feature') yield* what.geometry ? positionsOf(what.geometry) : []
  else if (what.type === 'GeometryCollection') for (const geometry of what.geometries) yield* positionsOf(geometry)
  else yield* flat(what.coordinates)
}

function* flat(nested: Position | Position[] | Position[][] | Position[][][]): Generator<Position> {
  if (isPosition(nested)) yield nested
  else for (const inner of nested) yield* flat(inner)
}

function isPosition(nested: Position | Position[] | Position[][] | Position[][][]): nested is Position {
  return typeof nested[0] === 'number'
}
