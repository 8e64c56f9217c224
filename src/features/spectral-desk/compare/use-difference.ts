import { useMemo } from 'react'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { behind, pairRasters, type Pair } from '#src/imagery/pair-rasters.ts'
import type { Paint } from '#src/imagery/paint.ts'
import { percentile, type ValueStatistics } from '#src/imagery/value-statistics.ts'
import { useStatistics } from '#src/rasters/use-statistics.ts'
import { useDesk, type Desk } from '../desk-context.ts'
import type { Compare } from './compare-search-params.ts'
import { words } from './words.ts'

/** A − B as a picture of its own; or why it can not be. `waiting`: a picture or its statistics are not there yet. */
export type Difference =
  | { kind: 'waiting' }
  | { kind: 'problem'; problem: string }
  | {
      kind: 'ready'
      /** A's raster; with B's bands behind its own where they are not the same. */
      cog: Cog
      tree: BoundFormula
      statistics: ValueStatistics | undefined
      /** Shows as the last colour, and its negative as the first. */
      range: number
      paint: Extract<Paint, { kind: 'ramp' }>
    }

/** `b`: the other side, while the difference is asked for. */
export function useDifference(compare: Compare, b: Desk | undefined): Difference {
  const a = useDesk()
  const [shownA, shownB] = [a.shown, b?.shown]
  const [cogA, cogB] = [shownA?.cog, shownB?.cog]
  const pair = useMemo((): Pair | undefined => {
    if (!cogA || !cogB) return undefined
    return cogA.levels === cogB.levels ? { ok: true, cog: cogA } : pairRasters(cogA, cogB)
  }, [cogA, cogB])
  const [treesA, treesB] = [shownA?.trees, shownB?.trees]
  const made = useMemo(() => {
    if (!cogA || !treesA || !treesB || !pair) return undefined
    const [left, right] = [treesA[0], treesB[0]]
    if (!left || !right || treesA.length > 1 || treesB.length > 1) return words.differenceOfComposites
    if (!pair.ok) return pair.problem
    const { cog } = pair
    const tree = minus(left, cog === cogA ? right : behind(right, cogA.info.bands.length))
    return { cog, tree, trees: [tree] }
  }, [cogA, treesA, treesB, pair])
  const isMade = typeof made === 'object'
  // Without a raster of its own the hook counts nothing.
  const { statistics: all } = useStatistics(isMade ? made.cog : a.scene.cog, isMade ? made.trees : undefined)
  const statistics = all?.[0]
  const { percentiles } = a.picture
  const { 'difference-range': set, 'difference-colours': colormap } = compare
  return useMemo((): Difference => {
    if (typeof made === 'string') return { kind: 'problem', problem: made }
    if (!made) return { kind: 'waiting' }
    const range = set ?? (statistics && largestBetween(statistics, percentiles))
    if (range === undefined) return { kind: 'waiting' }
    const { cog, tree } = made
    return {
      kind: 'ready',
      cog,
      tree,
      statistics,
      range,
      paint: { kind: 'ramp', tree, range: [-range, range], colormap },
    }
  }, [made, set, statistics, percentiles, colormap])
}

function minus(left: BoundFormula, right: BoundFormula): BoundFormula {
  return { kind: 'binary', operator: '-', left, right, start: 0, end: 0 }
}

/** The larger distance from zero of two percentiles; 1 where nothing differs. */
function largestBetween(statistics: ValueStatistics, [low, high]: readonly [number, number]): number {
  if (statistics.valid === 0) return 1
  return Math.max(...[low, high].map((percent) => Math.abs(percentile(statistics, percent)))) || 1
}
