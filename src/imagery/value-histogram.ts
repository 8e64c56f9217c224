import { floatOfKey } from './key-histogram.ts'
import type { RawStatistics } from './tile-tasks.ts'

/** How the values of a band are spread: as fine as the stored samples for 8 and 16 bits, else to 1 part in 500. */
export type ValueHistogram = {
  /** Numbers of values by ascending raw sample. */
  counts: Uint32Array<ArrayBuffer>
  /** The range of raw samples that `counts[i]` stands for. */
  lowest: (i: number) => number
  isExact: boolean
  rawMin: number
  rawMax: number
  count: number
  scale: number
  offset: number
}

export function valueHistogram(raw: RawStatistics, scale: number, offset: number): ValueHistogram {
  const { isExact, firstKey, counts } = raw.histogram
  const lowest = isExact ? (i: number) => firstKey + i : (i: number) => floatOfKey(firstKey + i)
  return { counts, lowest, isExact, rawMin: raw.min, rawMax: raw.max, count: raw.count, scale, offset }
}

/**
 * The value below which a share of the values lies (0.5: the median), with linear interpolation between neighbours in
 * order, as NumPy does by default; NaN without values.
 */
export function percentile(histogram: ValueHistogram, share: number): number {
  const { count, scale, offset } = histogram
  if (count === 0) return NaN
  const clamped = Math.min(1, Math.max(0, share))
  const rank = (scale < 0 ? 1 - clamped : clamped) * (count - 1)
  const below = Math.floor(rank)
  const low = rawOfRank(histogram, below)
  const high = rank > below ? rawOfRank(histogram, below + 1) : low
  return (low + (high - low) * (rank - below)) * scale + offset
}

/** The raw sample at a place in ascending order, from 0. */
function rawOfRank(histogram: ValueHistogram, rank: number): number {
  const { counts, lowest, isExact, rawMin, rawMax } = histogram
  let before = 0
  for (let i = 0; i < counts.length; i++) {
    const here = counts[i]!
    if (before + here > rank) {
      if (isExact) return lowest(i)
      const from = Math.max(rawMin, lowest(i))
      const to = Math.min(rawMax, lowest(i + 1))
      return from + (to - from) * ((rank - before + 0.5) / here)
    }
    before += here
  }
  return rawMax
}

/** Numbers of values in bins of equal width from `from` to `to`, for a chart; values outside are left out. */
export function binned(histogram: ValueHistogram, from: number, to: number, bins: number): Float64Array<ArrayBuffer> {
  const { counts, lowest, isExact, rawMin, rawMax, scale, offset } = histogram
  const found = new Float64Array(bins)
  const placeOf = (raw: number) => ((raw * scale + offset - from) / (to - from)) * bins
  for (let i = 0; i < counts.length; i++) {
    const here = counts[i]!
    if (here === 0) continue
    if (isExact) {
      const bin = placeOf(lowest(i))
      // The last bin holds its upper end too.
      if (bin >= 0 && bin <= bins) found[Math.min(bins - 1, Math.floor(bin))]! += here
      continue
    }
    // The values of one count lie anywhere in its range: shared out over the bins it touches.
    const ends = [placeOf(Math.max(rawMin, lowest(i))), placeOf(Math.min(rawMax, lowest(i + 1)))].toSorted(
      (a, b) => a - b,
    )
    const [low, high] = [ends[0]!, Math.max(ends[1]!, ends[0]! + 1e-9)]
    for (let bin = Math.max(0, Math.floor(low)); bin < Math.min(bins, high); bin++) {
      found[bin]! += (here * (Math.min(bin + 1, high) - Math.max(bin, low))) / (high - low)
    }
    if (low >= bins && low <= bins + 1e-9) found[bins - 1]! += here
  }
  return found
}
