import { coveragePercent, unionCoveragePercent } from '#src/geo/coverage.ts'
import { minimalCover } from '#src/geo/minimal-cover.ts'
import type { Area } from '#src/geo/rings.ts'

/** What is asked about footprints over an area. */
export type CoverageQuestion = {
  /** How much each of them covers; how much all of them cover together; the fewest that cover as much. */
  ask: 'each' | 'together' | 'fewest'
  area: Area
  footprints: readonly Area[]
}

export type CoverageAnswers = {
  /** Percent, in the order of the footprints. */
  each: number[]
  /** Percent */
  together: number
  /** Places in the list of footprints. */
  fewest: number[]
}

type Asked = CoverageQuestion['ask']

const answers: { [Ask in Asked]: (area: Area, footprints: readonly Area[]) => CoverageAnswers[Ask] } = {
  each: (area, footprints) => footprints.map((footprint) => coveragePercent(area, footprint)),
  together: unionCoveragePercent,
  fewest: (area, footprints) => minimalCover(area, footprints).chosen,
}

export function answerCoverage({ ask, area, footprints }: CoverageQuestion): CoverageAnswers[Asked] {
  return answers[ask](area, footprints)
}
