import type { Geometry, Position } from 'geojson'

type Move = (point: Position) => Position

/** So far may a side lie from where it was, in metres: some pixels of the finest scene. */
const strayM = 25
const metresPerDegree = 111_195
const mostHalvings = 8

/**
 * The same geometry with each of its points moved; heights are left out. A long side that was straight and would no longer
 * lie where it was gets points between.
 */
export function reproject(geometry: Geometry, move: Move): Geometry {
  const line = (points: Position[]) => movedLine(points, move)
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) }
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: geometry.coordinates.map(move) }
    case 'LineString':
      return { type: 'LineString', coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(line) }
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(line)) }
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map((part) => reproject(part, move)) }
  }
}

function movedLine(points: Position[], move: Move): Position[] {
  const moved = points.map(move)
  return moved.flatMap((end, i) =>
    i === 0 ? [end] : [...between(points[i - 1]!, points[i]!, moved[i - 1]!, end, move, mostHalvings), end],
  )
}

function between(a: Position, b: Position, movedA: Position, movedB: Position, move: Move, left: number): Position[] {
  const middle: Position = [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2]
  const moved = move(middle)
  if (left === 0 || !(straysM(moved, movedA, movedB) > strayM)) return []
  const halves = [between(a, middle, movedA, moved, move, left - 1), between(middle, b, moved, movedB, move, left - 1)]
  return [...halves[0]!, moved, ...halves[1]!]
}

/** How far a point lies from the middle of two, in metres; longitudes the short way round. */
function straysM([lng = 0, lat = 0]: Position, [lngA = 0, latA = 0]: Position, [lngB = 0, latB = 0]: Position): number {
  const east = (from: number, to: number) => ((((to - from + 180) % 360) + 360) % 360) - 180
  const x = (east(lng, lngA) + east(lng, lngB)) / 2
  const y = (latA + latB) / 2 - lat
  return metresPerDegree * Math.hypot(x * Math.cos((lat * Math.PI) / 180), y)
}

/** All points of a geometry, one after another. */
export function* pointsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) yield* pointsOf(part)
  else if (geometry.type === 'Point') yield geometry.coordinates
  else if (geometry.type === 'MultiPoint' || geometry.type === 'LineString') yield* geometry.coordinates
  else if (geometry.type === 'MultiPolygon')
    for (const rings of geometry.coordinates) for (const ring of rings) yield* ring
  else for (const ring of geometry.coordinates) yield* ring
}
