import type { Geometry, Position } from 'geojson'

/** The same geometry with each of its points moved; heights are left out. */
export function reproject(geometry: Geometry, move: (point: Position) => Position): Geometry {
  const line = (points: Position[]) => points.map(move)
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(line) }
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(line)) }
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map((part) => reproject(part, move)) }
  }
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
