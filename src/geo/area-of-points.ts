import { convex, multiPoint } from '@turf/turf'
import type { Position } from 'geojson'
import { bboxOf } from './bbox.ts'
import { bboxPolygon } from './bbox-polygon.ts'
import { fixPolygon } from './fix-polygon.ts'
import type { Area } from './rings.ts'

/**
 * The area that some points span: their convex hull, or their box where they lie on one line. Null for points that span
 * nothing. Points on both sides of the antimeridian are held together there.
 */
export function areaOfPoints(points: readonly Position[]): { area: Area; shape: 'hull' | 'box' } | null {
  const box = bboxOf({ type: 'MultiPoint', coordinates: [...points] })
  if (!box) return null
  const [west, south, east, north] = box
  const isAcross = west > east
  const together = points.map(([lng = 0, lat = 0]) => [isAcross && lng < 0 ? lng + 360 : lng, lat])
  const hull = convex(multiPoint(together))
  if (hull) return { area: fixPolygon(hull.geometry).area, shape: 'hull' }
  return west === east || south === north ? null : { area: bboxPolygon(box), shape: 'box' }
}
