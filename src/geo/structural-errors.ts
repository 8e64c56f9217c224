import type { PolygonProblem } from './polygon-problems.ts'
import { readArea } from './read-area.ts'

/** What of an area can not be repaired or shown: everything but crossings, sizes, and what `fixPolygon` mends. */
export function structuralErrors(area: unknown): PolygonProblem[] {
  const reasons = new Set(['empty', 'not-polygon', 'bad-coordinate', 'too-few-points'])
  return readArea(area).problems.filter(({ reason, at: [lng = 0, lat = 0] = [] }) => {
    // A shape drawn over the antimeridian runs past 180, and is brought back; nothing on Earth runs past this.
    return reasons.has(reason) || (reason === 'out-of-range' && (Math.abs(lat) > 90 || Math.abs(lng) > 540))
  })
}
