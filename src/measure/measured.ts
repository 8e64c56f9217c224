import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { formatLengthKm } from '#src/geo/format-length.ts'
import { geodesicKm, geodesicPath, geodesicPolygon } from '#src/geo/geodesic.ts'
import { words } from './words.ts'

export type MeasureKind = 'distance' | 'area'

/** Length of the way, or size and circumference of the figure, over the ellipsoid; empty before there is anything to measure. */
export function measuredInWords(kind: MeasureKind, places: readonly Position[]): string {
  if (kind === 'area' && places.length > 2) {
    const { areaKm2, perimeterKm } = geodesicPolygon(places)
    return words.area(formatAreaKm2(areaKm2), formatLengthKm(perimeterKm))
  }
  if (places.length < 2) return ''
  const legs = places.slice(1).map((place, i) => geodesicKm(places[i] ?? place, place))
  const total = formatLengthKm(legs.reduce((sum, km) => sum + km, 0))
  return legs.length > 1 ? `${words.distance(total)} · ${words.legs(legs.length)}` : words.distance(total)
}

/** What is drawn: the ways between the places, bent as they run, and the places. */
export function measuredShapes(kind: MeasureKind, places: readonly Position[]): FeatureCollection {
  const isClosed = kind === 'area' && places.length > 2
  const stops = isClosed && places[0] ? [...places, places[0]] : places
  const line: Position[] = []
  for (const [i, stop] of stops.slice(1).entries()) {
    const path = geodesicPath(stops[i] ?? stop, stop)
    // Where the last way ended past 180 the next goes on from there.
    const turn = 360 * Math.round(((line.at(-1)?.[0] ?? path[0]?.[0] ?? 0) - (path[0]?.[0] ?? 0)) / 360)
    line.push(...path.map(([lng = 0, lat = 0]) => [lng + turn, lat]))
  }
  const features: Feature[] = places.map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates },
  }))
  if (line.length > 1) {
    const geometry: Geometry = isClosed
      ? { type: 'Polygon', coordinates: [line] }
      : { type: 'LineString', coordinates: line }
    features.unshift({ type: 'Feature', properties: {}, geometry })
  }
  return { type: 'FeatureCollection', features }
}
