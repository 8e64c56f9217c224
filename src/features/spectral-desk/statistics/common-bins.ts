import type { ValueStatistics } from '#src/imagery/value-statistics.ts'

type Histogram = ValueStatistics['histogram']

const BINS = 96

/**
 * Histograms over one axis, to be laid over each other: in each bin the percentage of the pixels with a value. `from` are
 * the lower ends of the bins; what lay in one bin of a histogram is shared out evenly over those that it touches.
 */
export function commonBins(all: readonly Pick<ValueStatistics, 'histogram' | 'valid'>[]): {
  from: number[]
  percents: number[][]
} {
  const counted = all.filter(({ valid }) => valid > 0).map(({ histogram }) => histogram)
  if (counted.length === 0) return { from: [], percents: all.map(() => []) }
  const least = Math.min(...counted.map(({ from }) => from))
  const step = (Math.max(...counted.map(({ to }) => to)) - least) / BINS
  return {
    from: Array.from({ length: BINS + 1 }, (_, i) => least + i * step),
    percents: all.map(({ histogram, valid }) => [
      ...rebinned(histogram, least, step).map((pixels) => (valid > 0 ? (100 * pixels) / valid : 0)),
      0,
    ]),
  }
}

function rebinned({ from, to, counts }: Histogram, least: number, step: number): number[] {
  const bins = Array.from({ length: BINS }, () => 0)
  const own = (to - from) / counts.length
  counts.forEach((count, i) => {
    if (count === 0) return
    const [low, high] = [(from + i * own - least) / step, (from + (i + 1) * own - least) / step]
    for (let bin = Math.max(0, Math.floor(low)); bin < Math.min(BINS, high); bin++) {
      bins[bin]! += (count * (Math.min(bin + 1, high) - Math.max(bin, low))) / (high - low)
    }
  })
  return bins
}
