import { fixPolygon } from './fix-polygon.ts'
import { polygonProblems, type PolygonProblem } from './polygon-problems.ts'
import type { Area } from './rings.ts'
import { untangleArea } from './untangle-area.ts'

type Reason = PolygonProblem['reason']

const untangled = new Set<Reason>(['self-crossing', 'hole-outside'])
const tidied = new Set<Reason>(['winding', 'open-ring', 'antimeridian', 'out-of-range', 'too-few-points'])

/**
 * The area without the problem, where there is only one way to mean it; null where a person has to decide, as how far parts may
 * lie apart. Whatever is offered was checked: it has no problem of that kind left.
 */
export function problemFix(area: Area, { reason }: Pick<PolygonProblem, 'reason'>): Area | null {
  try {
    const tidy = untangled.has(reason) || tidied.has(reason) ? fixPolygon(area).area : null
    const fixed = tidy && untangled.has(reason) ? untangleArea(tidy) : tidy
    if (!fixed) return null
    const { area: result } = fixPolygon(fixed)
    const isCured = polygonProblems(result).every((left) => left.reason !== reason && !untangled.has(left.reason))
    return isCured ? result : null
  } catch {
    // The clipper gives up on some outlines: no fix is offered then.
    return null
  }
}
