import type { MultiPolygon, Polygon } from 'geojson'
import { polygonProblems } from '#src/geo/polygon-problems.ts'
import type { PolygonLimits } from '#src/geo/polygon-problems.ts'
import { invalidFields, refusal } from '#sandbox/errors.ts'

/** A west-south-east-north box as an area; west beyond east crosses the antimeridian and becomes two. */
export function areaOfBbox([west = 0, south = 0, east = 0, north = 0]: number[]): Polygon | MultiPolygon {
  const rectangle = (from: number, to: number) => [
    [
      [from, south],
      [to, south],
      [to, north],
      [from, north],
      [from, south],
    ],
  ]
  if (west <= east) return { type: 'Polygon', coordinates: rectangle(west, east) }
  return { type: 'MultiPolygon', coordinates: [rectangle(west, 180), rectangle(-180, east)] }
}

/** @throws the 400 that names the field, the reason and the place, when the area can not be used. */
export function checkArea(geometry: unknown, field: string, limits?: Partial<PolygonLimits>): Polygon | MultiPolygon {
  const errors = polygonProblems(geometry, limits).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw invalidFields(errors.map(({ message }) => ({ field, reason: message })))
  return geometry as Polygon | MultiPolygon
}

/** The area of a search: a polygon or a box. Lines and points find nothing to look into, so they are refused. */
export function searchArea({ bbox, intersects }: { bbox?: number[] | undefined; intersects?: { type: string } | undefined }) {
  if (bbox) return areaOfBbox(bbox)
  if (!intersects) return undefined
  if (intersects.type !== 'Polygon' && intersects.type !== 'MultiPolygon') {
    throw refusal(400, `intersects: Give a Polygon or a MultiPolygon; ${intersects.type} has no area.`)
  }
  return checkArea(intersects, 'intersects', { maxAreaKm2: Infinity, minAreaKm2: 0 })
}
