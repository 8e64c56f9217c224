import type { Position } from 'geojson'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { aoiLimits, orderLimits, polygonProblems, type PolygonProblem } from '#src/geo/polygon-problems.ts'
import { problemFix } from '#src/geo/problem-fix.ts'
import type { Area } from '#src/geo/rings.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { words } from './words.ts'

/** One thing that is wrong with an area, or worth a warning. */
export type Finding = {
  /** An error stops the area from being used. */
  severity: 'error' | 'warning'
  message: string
  /** Where on the map it is, if it is at a place. */
  at?: Position
  /** The area without it, where that can only be meant one way. */
  fix?: Area
}

export type CheckedArea = {
  /** Mended, and without errors: what is searched and ordered. Null while there are errors. */
  usable: Area | null
  /** Small enough to be analysed as an AOI too. */
  isAoi: boolean
  /** Whether its size means anything: not while the outline crosses itself. */
  isMeasurable: boolean
  /** Errors first. */
  findings: readonly Finding[]
  /** What was done to it that is worth knowing. */
  notes: readonly string[]
}

/** Whether an area can be searched, ordered and analysed, and in words why not. What can be meant only one way is mended. */
export function checkArea(drawn: Area): CheckedArea {
  const { area, fixes } = fixPolygon(drawn)
  const problems = polygonProblems(area, orderLimits)
  const findings = findingsOf(area, problems)
  const usable = findings.every(({ severity }) => severity === 'warning') ? area : null
  const isAoi = usable !== null && utmAreaKm2(usable) <= aoiLimits.maxAreaKm2
  if (usable && !isAoi) {
    findings.push({ severity: 'warning', message: words.tooLargeForAoi(formatAreaKm2(aoiLimits.maxAreaKm2)) })
  }
  // Direction, closing and doubled points are between the drawing and GeoJSON; a cut is worth knowing.
  const worthKnowing = fixes.filter((fix) => /antimeridian|longitudes|without area/.test(fix))
  return {
    usable,
    isAoi,
    isMeasurable: problems.every(({ reason, severity }) => severity === 'warning' || /^(too-|parts-)/.test(reason)),
    findings,
    notes: worthKnowing.length > 0 ? [words.mended(worthKnowing)] : [],
  }
}

/** Problems as they are told, errors first. One fix cures all problems of its kind, so each kind is mended once. */
export function findingsOf(area: Area, problems: readonly PolygonProblem[]): Finding[] {
  const fixes = new Map<string, Area | null>()
  const told = problems.map(({ reason, severity, message, at }): Finding => {
    if (!fixes.has(reason)) fixes.set(reason, problemFix(area, { reason }))
    const fix = fixes.get(reason)
    return { severity, message, ...(at && { at }), ...(fix && { fix }) }
  })
  const isError = ({ severity }: Finding) => severity === 'error'
  return [...told.filter(isError), ...told.filter((finding) => !isError(finding))]
}
