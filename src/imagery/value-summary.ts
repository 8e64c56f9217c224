import type { Cog } from './open-cog.ts'
import { readValues } from './read-window.ts'

/** How the values of a band spread. `low` and `high` leave out 2 % at each end, so that a few odd pixels do not count. */
export type ValueSummary = { min: number; max: number; low: number; high: number; histogram: readonly number[] }

const TAIL = 0.02
const BINS = 48
/** More pixels than these change no percentile that anyone could see. */
const ENOUGH_PIXELS = 400_000

/** One summary for each band, from the finest level that is quick to read; null for a band without values. */
export async function valueSummaries(
  cog: Cog,
  bands: readonly number[],
  signal?: AbortSignal,
): Promise<(ValueSummary | null)[]> {
  const quick = cog.levels.findIndex(({ width, height }) => width * height <= ENOUGH_PIXELS)
  const level = quick < 0 ? cog.levels.length - 1 : quick
  const values = await readValues(cog, bands, signal ? { level, signal } : { level })
  return values.map(summaryOf)
}

/** The histogram has equal bins from `low` to `high`. */
export function summaryOf(values: Float32Array): ValueSummary | null {
  const sorted = values.filter((value) => Number.isFinite(value)).sort()
  if (sorted.length === 0) return null
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  const [min, max, low, high] = [sorted[0]!, sorted.at(-1)!, at(TAIL), at(1 - TAIL)]
  const histogram = Array.from({ length: BINS }, () => 0)
  for (const value of sorted) {
    if (value < low || value > high) continue
    const bin = high > low ? Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS)) : 0
    histogram[bin]!++
  }
  return { min, max, low, high, histogram }
}
