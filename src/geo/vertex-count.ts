import { openRing, polygonsOf } from './rings.ts'
import type { Area } from './rings.ts'

/** How many corners an area has, holes included; the point that closes a ring is not counted twice. */
export function vertexCount(area: Area): number {
  return polygonsOf(area)
    .flat()
    .reduce((count, ring) => count + openRing(ring).length, 0)
}
