import type { Position } from 'geojson'
import { areaKm2 } from './area-km2.ts'
import { bboxCenter, bboxOf, bboxWidth } from './bbox.ts'
import { polygonsOf, signedTwiceArea } from './rings.ts'
import type { Area } from './rings.ts'
import { toUtm, utmEpsg } from './utm.ts'

// Twice a zone's width: past it the projection stretches areas by percents, and soon beyond sense.
const widestDegrees = 12

/**
 * Area as the API computes and bills it: the plane area of the corners projected to the UTM zone of the area's centre.
 * Differs from `areaKm2` by the zone's scale, from -0.08 % in its middle to +0.2 % at its edge. Areas wider than two zones
 * are measured on the ellipsoid.
 */
export function utmAreaKm2(area: Area): number {
  const bbox = bboxOf(area)
  if (!bbox) return 0
  if (bboxWidth(bbox) > widestDegrees) return areaKm2(area)
  const epsg = utmEpsg(bboxCenter(bbox))
  const squareMetres = (ring: Position[]) => Math.abs(signedTwiceArea(ring.map((point) => toUtm(point, epsg)))) / 2
  let sum = 0
  for (const [outer, ...holes] of polygonsOf(area)) {
    if (outer) sum += squareMetres(outer)
    for (const hole of holes) sum -= squareMetres(hole)
  }
  return Math.max(0, sum / 1e6)
}
