import { informationDivergence } from './information-divergence.ts'
import { spectralAngle } from './spectral-angle.ts'

/** A library spectrum on the bands of what it is compared with. */
export type Candidate<T> = { entry: T; values: readonly number[] }

export type Match<T> = { entry: T; angleRad: number; divergence: number }

/** An entry that knows only a corner of the spectrum could match anything there. */
const COVERED = 0.8

/** The candidates nearest to a spectrum by spectral angle, the nearest first. Those that cover less than 80 % of its bands are left out. */
export function bestMatches<T>(
  values: readonly number[],
  candidates: readonly Candidate<T>[],
  count = Infinity,
): Match<T>[] {
  const known = [...values.keys()].filter((i) => Number.isFinite(values[i]))
  return candidates
    .filter((candidate) => {
      const shared = known.filter((i) => Number.isFinite(candidate.values[i])).length
      return shared > 1 && shared >= COVERED * known.length
    })
    .map((candidate) => ({
      entry: candidate.entry,
      angleRad: spectralAngle(values, candidate.values),
      divergence: informationDivergence(values, candidate.values),
    }))
    .filter(({ angleRad }) => Number.isFinite(angleRad))
    .toSorted((a, b) => a.angleRad - b.angleRad)
    .slice(0, count)
}
