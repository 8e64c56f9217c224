import { splitAtAntimeridian } from './antimeridian.ts'
import { containsPoint } from './contains-point.ts'
import { unionCoveragePercent } from './coverage.ts'
import type { Area } from './rings.ts'
import { samplePoints } from './sample-points.ts'

/**
 * The fewest footprints that together cover as much of an area as all of them do: at each step the one that adds most
 * (greedy set cover, at most ln n worse than the best). Ties go to the one listed first, so sort by what is preferred, such
 * as least cloud. What adds less than `leastGainPercent` is left out. `chosen` are indices, in the order of choosing.
 */
export function minimalCover(
  area: Area,
  footprints: readonly Area[],
  leastGainPercent = 0.5,
): { chosen: number[]; coveragePercent: number } {
  const target = splitAtAntimeridian(area)
  const points = samplePoints(target, 2500)
  const coveredBy = footprints.map((footprint) => {
    const cover = splitAtAntimeridian(footprint)
    return points.flatMap((point, i) => (containsPoint(cover, point) ? [i] : []))
  })
  const left = new Set(points.keys())
  const least = Math.max(1, (points.length * leastGainPercent) / 100)
  const chosen: number[] = []
  for (;;) {
    let [best, bestGain] = [-1, 0]
    for (const [i, covered] of coveredBy.entries()) {
      if (covered.length <= bestGain) continue
      let gain = 0
      for (const point of covered) if (left.has(point)) gain++
      if (gain > bestGain) [best, bestGain] = [i, gain]
    }
    if (best < 0 || bestGain < least) break
    chosen.push(best)
    for (const point of coveredBy[best] ?? []) left.delete(point)
  }
  const picked = chosen.flatMap((i) => footprints[i] ?? [])
  return { chosen, coveragePercent: unionCoveragePercent(area, picked) }
}
