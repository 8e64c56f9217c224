import type { Position } from 'geojson'
import { polygonsOf } from './rings.ts'
import type { Area } from './rings.ts'

/** Whether a point lies in an area and not in one of its holes, in plane longitude and latitude. Edges count as either. */
export function containsPoint(area: Area, point: Position): boolean {
  return polygonsOf(area).some(([outer, ...holes]) => {
    return outer !== undefined && ringContains(outer, point) && !holes.some((hole) => ringContains(hole, point))
  })
}

/** Even-odd rule. */
export function ringContains(ring: Position[], [x = NaN, y = NaN]: Position): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? []
    const [xj = 0, yj = 0] = ring[j] ?? []
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}
