import type { Geometry, Position } from 'geojson'
import { poleWithin, unroll, wrapLongitude } from './antimeridian.ts'

/** [west, south, east, north]; an area that crosses the antimeridian has west > east, as in RFC 7946, 5.2. */
export type Bbox = [west: number, south: number, east: number, north: number]

/**
 * The bounding box of any geometry, or undefined if it has no points. The box is the narrowest one: what lies on both sides
 * of the antimeridian gets a box across it rather than one around the Earth.
 */
export function bboxOf(geometry: Geometry): Bbox | undefined {
  let [south, north] = [Infinity, -Infinity]
  const spans: [number, number][] = []
  for (const line of linesOf(geometry)) {
    let [west, east] = [Infinity, -Infinity]
    for (const [lng = NaN, lat = NaN] of unroll(line)) {
      if (Number.isNaN(lng) || Number.isNaN(lat)) continue
      west = Math.min(west, lng)
      east = Math.max(east, lng)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
    if (west <= east) spans.push([west, east])
    const pole = poleWithin(line)
    if (pole !== null) [south, north] = [Math.min(south, pole), Math.max(north, pole)]
  }
  if (spans.length === 0) return undefined
  const [west, east] = narrowestSpan(spans)
  if (east - west >= 360) return [-180, south, 180, north]
  return [wrapLongitude(west), south, wrapLongitude(east), north]
}

export function bboxCenter([west, south, east, north]: Bbox): [number, number] {
  return [wrapLongitude(west + bboxWidth([west, south, east, north]) / 2), (south + north) / 2]
}

/** Degrees of longitude from west to east, across the antimeridian where west > east. */
export function bboxWidth([west, , east]: Bbox): number {
  return east >= west ? east - west : east - west + 360
}

/** Whether two boxes share a point, either of them possibly across the antimeridian. */
export function bboxesOverlap(a: Bbox, b: Bbox): boolean {
  if (a[1] > b[3] || b[1] > a[3]) return false
  return sides(a).some(([w1, e1]) => sides(b).some(([w2, e2]) => w1 <= e2 && w2 <= e1))
}

function sides([west, , east]: Bbox): [number, number][] {
  if (west <= east) return [[west, east]]
  return [
    [west, 180],
    [-180, east],
  ]
}

function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'MultiPoint':
      return geometry.coordinates.map((point) => [point])
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
      return geometry.coordinates
    case 'Polygon':
      return geometry.coordinates.slice(0, 1)
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.slice(0, 1))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf)
  }
}

/** The shortest stretch of longitude that holds all of these: the whole circle without its widest gap. */
function narrowestSpan(spans: [number, number][]): [number, number] {
  const sorted = spans.toSorted((a, b) => a[0] - b[0])
  const start = sorted[0]?.[0] ?? 0
  let end = sorted[0]?.[1] ?? 0
  let widest = 0
  let [gapStart, gapEnd] = [end, start]
  for (const [west, east] of sorted) {
    if (west - end > widest) [widest, gapStart, gapEnd] = [west - end, end, west]
    end = Math.max(end, east)
  }
  // Against the gap around the back of the Earth; on a tie the plain box wins.
  return start + 360 - end >= widest ? [start, end] : [gapEnd, gapStart + 360]
}
