import type { Position } from 'geojson'
import * as library from 'geographiclib-geodesic'

// Node and bundlers differ in what they make of its CommonJS file.
const { Geodesic } = (Reflect.get(library, 'default') as typeof library | undefined) ?? library
const earth = Geodesic.WGS84

/** The shortest way over the WGS84 ellipsoid, to nanometres (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013). */
export function geodesicKm([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): number {
  return (earth.Inverse(lat1, lng1, lat2, lng2).s12 ?? 0) / 1000
}

/** Size and circumference of the figure whose sides are geodesics. The ring may be open or closed, and run either way. */
export function geodesicPolygon(corners: readonly Position[]): { areaKm2: number; perimeterKm: number } {
  const polygon = earth.Polygon()
  for (const [lng = 0, lat = 0] of corners) polygon.AddPoint(lat, lng)
  const { area = 0, perimeter } = polygon.Compute(false, true)
  return { areaKm2: Math.abs(area) / 1e6, perimeterKm: perimeter / 1000 }
}

/** Half way along the shortest way. */
export function geodesicMiddle([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): Position {
  const line = earth.InverseLine(lat1, lng1, lat2, lng2)
  const { lat2: lat = 0, lon2: lng = 0 } = line.Position(line.s13 / 2, Geodesic.STANDARD | Geodesic.LONG_UNROLL)
  return [lng, lat]
}

/** About every so often a point, so that the line bends as it should. */
const stepKm = 50

/** The shortest way as a line to be drawn; longitudes run on past 180 rather than jump. */
export function geodesicPath([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): Position[] {
  const line = earth.InverseLine(lat1, lng1, lat2, lng2)
  const steps = Math.min(200, Math.max(1, Math.ceil(line.s13 / 1000 / stepKm)))
  return Array.from({ length: steps + 1 }, (_, i) => {
    const { lat2: lat = 0, lon2: lng = 0 } = line.Position(
      (line.s13 * i) / steps,
      Geodesic.STANDARD | Geodesic.LONG_UNROLL,
    )
    return [lng, lat]
  })
}
