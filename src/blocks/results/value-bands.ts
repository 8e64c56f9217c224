import type { Cog } from '#src/imagery/open-cog.ts'
import { percentile, type ValueStatistics } from '#src/imagery/value-statistics.ts'
import { readableName } from '../readable-name.ts'
import type { Result } from './result.ts'

/** What can be shown of a raster of values: a band, or three as red, green and blue. */
export type BandOption = { id: string; label: string; description?: string; bands: readonly number[] }

export type BandChoice = {
  options: readonly BandOption[]
  /** Each band is a day: all are shown in the colours of one range, so that days can be compared. */
  isSeries: boolean
}

export function bandChoice({ info }: Pick<Cog, 'info'>, { bands: told }: Pick<Result, 'bands'>): BandChoice {
  const single = info.bands.map(({ name }, at): BandOption => {
    const said = told[at]
    const id = said?.name ?? name
    return { id, label: isDay(id) ? id : readableName(id), description: said?.description ?? '', bands: [at] }
  })
  const isSeries = single.length > 1 && single.every(({ id }) => isDay(id))
  if (single.length < 3 || isSeries) return { options: single, isSeries }
  const names = single.slice(0, 3).map(({ label }) => label)
  const three = { id: 'rgb', label: `${names.join(', ')} as red, green, blue`, bands: [0, 1, 2] }
  return { options: [...single, three], isSeries }
}

const isDay = (name: string) => /^\d{4}-\d{2}-\d{2}$/.test(name)

/** A few bands that stand for all of a series; reading each one would take long. */
export function sampledBands(count: number, atMost = 5): number[] {
  const used = Math.min(count, atMost)
  return Array.from({ length: used }, (_, i) => Math.round((i * (count - 1)) / Math.max(1, used - 1)))
}

/**
 * Where values lie: `low` and `high` leave out 2 % at each end, so that a few odd pixels do not count. The histogram has
 * equal bins between them.
 */
export type ValueSpread = { min: number; low: number; high: number; max: number; histogram: readonly number[] }

const tailPercent = 2

/** Null where no pixel has a value. */
export function spreadOf(statistics: ValueStatistics): ValueSpread | null {
  if (statistics.valid === 0) return null
  const { min, max, histogram } = statistics
  const [low, high] = [percentile(statistics, tailPercent), percentile(statistics, 100 - tailPercent)]
  const binWidth = (histogram.to - histogram.from) / histogram.counts.length
  const middle = (bin: number) => histogram.from + (bin + 0.5) * binWidth
  const within = [...histogram.counts].filter((_, bin) => middle(bin) >= low && middle(bin) <= high)
  return { min, low, high, max, histogram: within }
}

/** One range for several bands; the histogram of one of them would say nothing of the others. */
export function joinedSpread(ranges: readonly (ValueSpread | null)[]): ValueSpread | null {
  const known = ranges.filter((range) => range !== null)
  if (known.length < 2) return known[0] ?? null
  const least = (key: 'min' | 'low') => Math.min(...known.map((range) => range[key]))
  const most = (key: 'max' | 'high') => Math.max(...known.map((range) => range[key]))
  return { min: least('min'), low: least('low'), high: most('high'), max: most('max'), histogram: [] }
}
