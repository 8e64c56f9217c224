import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { aoiLimits, orderLimits, polygonProblems } from '#src/geo/polygon-problems.ts'
import type { Area } from '#src/geo/rings.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { words } from './words.ts'

export type CheckedArea = {
  /** Mended, and without errors: what is searched and ordered. Null while there are errors. */
  usable: Area | null
  /** Small enough to be analysed as an AOI too. */
  isAoi: boolean
  /** Whether its size means anything: not while the outline crosses itself. */
  isMeasurable: boolean
  /** In words. */
  errors: readonly string[]
  warnings: readonly string[]
  /** What was done to it that is worth knowing. */
  notes: readonly string[]
}

/** Whether an area can be searched, ordered and analysed, and in words why not. What can be meant only one way is mended. */
export function checkArea(drawn: Area): CheckedArea {
  const { area, fixes } = fixPolygon(drawn)
  const problems = polygonProblems(area, orderLimits)
  const told = (severity: 'error' | 'warning') =>
    problems.filter((problem) => problem.severity === severity).map(({ message }) => message)
  const errors = told('error')
  const usable = errors.length === 0 ? area : null
  const isAoi = usable !== null && utmAreaKm2(usable) <= aoiLimits.maxAreaKm2
  // Direction, closing and doubled points are between the drawing and GeoJSON; a cut is worth knowing.
  const worthKnowing = fixes.filter((fix) => /antimeridian|longitudes|without area/.test(fix))
  return {
    usable,
    isAoi,
    isMeasurable: problems.every(({ reason, severity }) => severity === 'warning' || /^(too-|parts-)/.test(reason)),
    errors,
    warnings: [
      ...told('warning'),
      ...(usable && !isAoi ? [words.tooLargeForAoi(formatAreaKm2(aoiLimits.maxAreaKm2))] : []),
    ],
    notes: worthKnowing.length > 0 ? [words.mended(worthKnowing)] : [],
  }
}
