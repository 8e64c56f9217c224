import { findingsOf, type CheckedArea } from '#src/areas/checked-area.ts'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { polygonErrors } from '#src/geo/polygon-problems.ts'
import type { PolygonLimits } from '#src/geo/polygon-problems.ts'
import type { Area } from '#src/geo/rings.ts'

/** One may look for what one owns in an area of any size. */
const anySize: PolygonLimits = { minAreaKm2: 0, maxAreaKm2: Infinity, maxPartDistanceKm: Infinity }

/** Whether pictures can be looked for in an area, and in words why not. */
export function searchableArea(drawn: Area): CheckedArea {
  const { area } = fixPolygon(drawn)
  const findings = findingsOf(area, polygonErrors(area, anySize))
  const isUsable = findings.length === 0
  return { usable: isUsable ? area : null, isAoi: false, isMeasurable: isUsable, findings, notes: [] }
}
