import type { MultiPolygon, Polygon } from 'geojson'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import type { Bbox } from '#src/geo/bbox.ts'
import { polygonProblems } from '#src/geo/polygon-problems.ts'
import type { PolygonLimits } from '#src/geo/polygon-problems.ts'
import { invalidField, invalidFields } from '#sandbox/errors.ts'

/** A search looks anywhere: only orders and AOIs have limits of size and distance. */
export const anyArea: PolygonLimits = { maxAreaKm2: Infinity, minAreaKm2: 0, maxPartDistanceKm: Infinity }

/** @throws the 400 that names the field, the reason and the place, when the area can not be used. */
export function checkArea(geometry: unknown, field: string, limits?: Partial<PolygonLimits>): Polygon | MultiPolygon {
  const errors = polygonProblems(geometry, limits).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw invalidFields(errors.map(({ message }) => ({ field, reason: message })))
  return geometry as Polygon | MultiPolygon
}

/** The area of a search: a polygon or a box. Lines and points find nothing to look into, so they are refused. */
export function searchArea({
  bbox,
  intersects,
}: {
  bbox?: number[] | undefined
  intersects?: { type: string } | undefined
}) {
  if (bbox) return bboxPolygon(bbox as Bbox)
  if (!intersects) return undefined
  if (intersects.type !== 'Polygon' && intersects.type !== 'MultiPolygon') {
    throw invalidField('intersects', `Give a Polygon or a MultiPolygon; ${intersects.type} has no area.`)
  }
  return checkArea(intersects, 'intersects', anyArea)
}
