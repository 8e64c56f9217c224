import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { formatLengthKm } from '#src/geo/format-length.ts'
import { geodesicKm, geodesicMiddle, geodesicPath, geodesicPolygon } from '#src/geo/geodesic.ts'
import { innerPoint } from '#src/geo/inner-point.ts'
import { words } from './words.ts'

export type MeasureKind = 'distance' | 'area'

/** Length of the way, or size and circumference of the figure, over the ellipsoid; empty before there is anything to measure. */
export function measuredInWords(kind: MeasureKind, places: readonly Position[]): string {
  if (kind === 'area' && places.length > 2) {
    const { areaKm2, perimeterKm } = geodesicPolygon(places)
    return words.area(formatAreaKm2(areaKm2), formatLengthKm(perimeterKm))
  }
  if (places.length < 2) return ''
  const total = formatLengthKm(wayKm(places))
  const legs = places.length - 1
  return legs > 1 ? `${words.distance(total)} · ${words.legs(legs)}` : words.distance(total)
}

/** What is drawn: the ways between the places, bent as they run, the places, and figures where they belong. */
export function measuredShapes(kind: MeasureKind, places: readonly Position[]): FeatureCollection {
  const isClosed = kind === 'area' && places.length > 2
  const stops = isClosed && places[0] ? [...places, places[0]] : places
  const legs = stops.slice(1).map((stop, i): [Position, Position] => [stops[i] ?? stop, stop])
  const line: Position[] = []
  for (const [from, to] of legs) {
    const path = geodesicPath(from, to)
    // Where the last way ended past 180 the next goes on from there.
    const turn = 360 * Math.round(((line.at(-1)?.[0] ?? path[0]?.[0] ?? 0) - (path[0]?.[0] ?? 0)) / 360)
    line.push(...path.map(([lng = 0, lat = 0]) => [lng + turn, lat]))
  }
  const way: Geometry = isClosed ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line }
  return {
    type: 'FeatureCollection',
    features: [
      ...(line.length > 1 ? [feature(way)] : []),
      ...places.map((coordinates) => feature({ type: 'Point', coordinates })),
      ...legs.map(([from, to]) => figure(geodesicMiddle(from, to), formatLengthKm(geodesicKm(from, to)))),
      ...totals(kind, places, line),
    ],
  }
}

/** The size within a figure; the length of a way of several legs at its end. */
function totals(kind: MeasureKind, places: readonly Position[], line: Position[]): Feature[] {
  const end = places.at(-1)
  if (!end || places.length < 3) return []
  if (kind === 'area') return [figure(innerPoint([line]), formatAreaKm2(geodesicPolygon(places).areaKm2), 'size')]
  return [figure(end, formatLengthKm(wayKm(places)), 'end')]
}

function wayKm(places: readonly Position[]): number {
  return places.slice(1).reduce((sum, place, i) => sum + geodesicKm(places[i] ?? place, place), 0)
}

/** `total`: which of the totals it is, if it is one. */
function figure(coordinates: Position, text: string, total?: 'size' | 'end'): Feature {
  return feature({ type: 'Point', coordinates }, { text, ...(total && { total }) })
}

const feature = (geometry: Geometry, properties: object = {}): Feature => ({ type: 'Feature', properties, geometry })
