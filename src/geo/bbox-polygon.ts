import type { MultiPolygon, Polygon } from 'geojson'
import type { Bbox } from './bbox.ts'

/** A box as an area, counterclockwise; one across the antimeridian (west > east) as two parts. */
export function bboxPolygon([west, south, east, north]: Bbox): Polygon | MultiPolygon {
  const ring = (from: number, to: number) => [
    [
      [from, south],
      [to, south],
      [to, north],
      [from, north],
      [from, south],
    ],
  ]
  if (west <= east) return { type: 'Polygon', coordinates: ring(west, east) }
  return { type: 'MultiPolygon', coordinates: [ring(west, 180), ring(-180, east)] }
}
