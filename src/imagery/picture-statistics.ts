import type { BoundFormula } from '#src/formula/tree.ts'
import type { Cog } from './open-cog.ts'
import { readWindow } from './read-window.ts'
import { runStatistics } from './run-statistics.ts'
import type { RunStatistics } from './statistics-tasks.ts'
import { bandsOfTrees, type StoredBand, type ValueStatistics } from './value-statistics.ts'

/** Enough for any percentile to be right to the eye; more would only keep the hand waiting. */
const PIXELS_LOOKED_AT = 400_000

/** The finest level that is not larger than what is looked at; the coarsest there is when all are. */
export function levelForStatistics({ levels }: Pick<Cog, 'levels'>): number {
  const found = levels.findIndex(({ width, height }) => width * height <= PIXELS_LOOKED_AT)
  return found < 0 ? levels.length - 1 : found
}

/**
 * How the values of each formula spread over the whole picture, from a level coarse enough to be quick. Counting and
 * sorting run in a worker.
 */
export async function pictureStatistics(
  cog: Cog,
  trees: readonly BoundFormula[],
  { signal, run = runStatistics }: { signal?: AbortSignal; run?: RunStatistics } = {},
): Promise<ValueStatistics[]> {
  const bands = bandsOfTrees(trees)
  const level = levelForStatistics(cog)
  // A formula without bands is the same everywhere: one band says how many pixels there are, and where there are none.
  const read = bands.length > 0 ? bands : [0]
  const samples = await readWindow(cog, read, { level, ...(signal && { signal }) })
  const stored = read.map((band, i): StoredBand => {
    const { scale, offset } = cog.info.bands[band] ?? { scale: 1, offset: 0 }
    return { band, samples: samples[i]!, scale, offset }
  })
  return run({ op: 'count', trees, stored, nodata: cog.info.nodata })
}
