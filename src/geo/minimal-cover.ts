import type { Position } from 'geojson'
import { splitAtAntimeridian } from './antimeridian.ts'
import { containsPoint } from './contains-point.ts'
import { unionCoveragePercent } from './coverage.ts'
import { polygonsOf, type Area } from './rings.ts'
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
    const parts = polygonsOf(splitAtAntimeridian(footprint)).map((rings) => ({ rings, box: boxOf(rings) }))
    return points.flatMap((point, i) => (parts.some((part) => isIn(part, point)) ? [i] : []))
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

type Part = { rings: Position[][]; box: [west: number, south: number, east: number, north: number] }

/** Most points lie far from a footprint; its box says so at once. */
function isIn({ rings, box: [west, south, east, north] }: Part, point: Position): boolean {
  const [lng = NaN, lat = NaN] = point
  if (!(lng >= west && lng <= east && lat >= south && lat <= north)) return false
  return containsPoint({ type: 'Polygon', coordinates: rings }, point)
}

function boxOf([outer = []]: Position[][]): Part['box'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng = NaN, lat = NaN] of outer) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}
