import type { Position } from 'geojson'
import { cutOut } from './combine-areas.ts'
import { containsPoint } from './contains-point.ts'
import { innerPoint } from './inner-point.ts'
import { planarFaces } from './planar-faces.ts'
import { areaFrom, polygonsOf, type Area } from './rings.ts'

/** The area cut into parts along a line; null if the line does not cut right through any part of it. */
export function splitArea(area: Area, line: Position[]): Area | null {
  const before = polygonsOf(area)
  const after = before.flatMap((rings) => {
    const polygon: Area = { type: 'Polygon', coordinates: rings }
    const pieces = planarFaces([...rings, line])
      .flatMap((face) => withoutHoles(face, rings.slice(1)))
      .filter((piece) => containsPoint(polygon, innerPoint(piece)))
    return pieces.length > 1 ? pieces : [rings]
  })
  return after.length > before.length ? areaFrom(after) : null
}

function withoutHoles(face: Position[], holes: Position[][]): Position[][][] {
  let left: Area | null = { type: 'Polygon', coordinates: [face] }
  for (const hole of holes) left = left && cutOut(left, { type: 'Polygon', coordinates: [hole] })
  return left ? polygonsOf(left) : []
}
