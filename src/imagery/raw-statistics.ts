import type { BlockLayout, BlockSamples } from './decode-block.ts'
import { addHistogram, coverKeys, emptyHistogram, floatKey, hasExactKeys } from './key-histogram.ts'
import type { RawStatistics } from './tile-tasks.ts'

export function emptyStatistics(band: number, isExact: boolean): RawStatistics {
  return { band, count: 0, mean: 0, squares: 0, min: Infinity, max: -Infinity, histogram: emptyHistogram(isExact) }
}

/** Adds the pixels of the spans; nodata and what is not finite is passed over. */
export function countSpans(
  statistics: RawStatistics,
  block: BlockSamples,
  { width, samplesPerPixel, isByLine }: BlockLayout,
  sample: number,
  spans: Int32Array,
  nodata: number | null,
): void {
  const stride = isByLine ? 1 : samplesPerPixel
  const isExact = hasExactKeys(block)
  // Sums of differences from a value near the mean keep their digits.
  let pivot = NaN
  let [count, sum, squares, min, max] = [0, 0, 0, Infinity, -Infinity]
  for (let span = 0; span < spans.length; span += 3) {
    const [from, end] = placesOf(spans, span)
    for (let at = from; at < end; at += stride) {
      const value = block[at]!
      // Not a number or without end: value - value is NaN.
      if (value === nodata || value - value !== 0) continue
      if (count === 0) pivot = value
      count++
      const difference = value - pivot
      sum += difference
      squares += difference * difference
      if (value < min) min = value
      if (value > max) max = value
    }
  }
  if (count === 0) return
  merge(statistics, { count, mean: pivot + sum / count, squares: squares - sum ** 2 / count, min, max })
  // Once more, now that the range is known: no check for each value.
  const keyOf = isExact ? (value: number) => value : floatKey
  coverKeys(statistics.histogram, keyOf(min), keyOf(max))
  const { firstKey, counts } = statistics.histogram
  for (let span = 0; span < spans.length; span += 3) {
    const [from, end] = placesOf(spans, span)
    for (let at = from; at < end; at += stride) {
      const value = block[at]!
      if (value === nodata || value - value !== 0) continue
      counts[keyOf(value) - firstKey]!++
    }
  }

  /** Where a span's samples begin and end in the block. */
  function placesOf(all: Int32Array, span: number): [number, number] {
    const row = all[span]!
    const start = isByLine ? (row * samplesPerPixel + sample) * width : row * width * samplesPerPixel + sample
    return [start + all[span + 1]! * stride, start + all[span + 2]! * stride]
  }
}

export function addStatistics(target: RawStatistics, other: RawStatistics): void {
  merge(target, other)
  addHistogram(target.histogram, other.histogram)
}

/** Two sets of values as one: Chan, Golub and LeVeque 1979, "Updating formulae and a pairwise algorithm". */
function merge(
  target: RawStatistics,
  other: { count: number; mean: number; squares: number; min: number; max: number },
): void {
  const count = target.count + other.count
  if (count === 0) return
  const difference = other.mean - target.mean
  target.squares += other.squares + (difference ** 2 * target.count * other.count) / count
  target.mean += (difference * other.count) / count
  target.count = count
  target.min = Math.min(target.min, other.min)
  target.max = Math.max(target.max, other.max)
}
