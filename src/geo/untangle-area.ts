import type { Position } from 'geojson'
import { cutOut, dissolveParts, joinAreas } from './combine-areas.ts'
import { innerPoint } from './inner-point.ts'
import { planarFaces } from './planar-faces.ts'
import { areaFrom, polygonsOf, type Area } from './rings.ts'

/**
 * The same ground with outlines that cross nothing: each outline encloses what it runs around (either way, however often),
 * parts that overlap are one, and holes are what of them lies inside. Null if nothing is left.
 */
export function untangleArea(area: Area): Area | null {
  const polygons = polygonsOf(area).flatMap(([outer = [], ...holes]) => {
    let filled = enclosedBy(outer)
    for (const hole of holes) {
      const missing = enclosedBy(hole)
      if (filled && missing) filled = cutOut(filled, missing)
    }
    return filled ? [filled] : []
  })
  return polygons.length > 0 ? polygons.reduce(joinAreas) : null
}

function enclosedBy(ring: Position[]): Area | null {
  const faces = planarFaces([ring])
    .map((face) => [face])
    .filter((face) => windingNumber(ring, innerPoint(face)) !== 0)
  return faces.length > 0 ? dissolveParts(areaFrom(faces)) : null
}

/** How often a ring runs around a point, counterclockwise (D. Sunday, "Inclusion of a point in a polygon", 2001). */
function windingNumber(ring: Position[], [x = 0, y = 0]: Position): number {
  let turns = 0
  for (const [i, [x2 = 0, y2 = 0]] of ring.slice(1).entries()) {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    const side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
    if (y1 <= y && y2 > y && side > 0) turns++
    else if (y1 > y && y2 <= y && side < 0) turns--
  }
  return turns
}
