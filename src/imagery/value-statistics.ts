import { evaluateMany } from '#src/formula/evaluate-many.ts'
import { bandsOf } from '#src/formula/to-glsl.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Samples } from './raster-info.ts'

/** How the values of a formula spread over a picture. */
export type ValueStatistics = {
  /** Pixels looked at, and those of them that have a value. */
  pixels: number
  valid: number
  min: number
  max: number
  mean: number
  /** Standard deviation, of the pixels as a whole population. */
  deviation: number
  /** The values below which 0, 0.1, 0.2 … 100 percent of all lie. Empty when no pixel has a value. */
  quantiles: Float32Array<ArrayBuffer>
  /** Pixels in equal steps over all but the outermost thousandths, which a few stray pixels may stretch far. */
  histogram: { from: number; to: number; counts: Uint32Array<ArrayBuffer> }
}

/** Stored samples with what turns them into values. */
export type StoredBand = { band: number; samples: Samples; scale: number; offset: number }

const STEPS = 1000
const BINS = 256

/** Statistics of each formula over the same pixels. */
export function valueStatistics(
  trees: readonly BoundFormula[],
  stored: readonly StoredBand[],
  nodata: number | null,
): ValueStatistics[] {
  const length = stored[0]?.samples.length ?? 0
  const bands = valuesByBand(stored, nodata)
  return trees.map((tree) => {
    const out = new Float32Array(length)
    evaluateMany(tree, bands, out)
    return statisticsOf(out)
  })
}

/** Values of the bands, by place in the file as `evaluateMany` takes them; NaN where there is no data. */
export function valuesByBand(stored: readonly StoredBand[], nodata: number | null): Float32Array<ArrayBuffer>[] {
  const bands: Float32Array<ArrayBuffer>[] = []
  for (const { band, samples, scale, offset } of stored) {
    const values = new Float32Array(samples.length)
    for (let i = 0; i < samples.length; i++) {
      const sample = samples[i]!
      values[i] = sample === nodata ? NaN : sample * scale + offset
    }
    bands[band] = values
  }
  return bands
}

/** Sorts the values given: hand over a copy. */
export function statisticsOf(values: Float32Array<ArrayBuffer>): ValueStatistics {
  // NaN sorts to the end.
  const sorted = values.sort()
  let valid = sorted.length
  while (valid > 0 && Number.isNaN(sorted[valid - 1])) valid--
  const known = sorted.subarray(0, valid)
  if (valid === 0) {
    const histogram = { from: 0, to: 1, counts: new Uint32Array(BINS) }
    const none = { min: NaN, max: NaN, mean: NaN, deviation: NaN }
    return { pixels: values.length, valid, ...none, quantiles: new Float32Array(0), histogram }
  }
  let sum = 0
  for (const value of known) sum += value
  const mean = sum / valid
  let squares = 0
  for (const value of known) squares += (value - mean) ** 2
  const quantiles = Float32Array.from({ length: STEPS + 1 }, (_, i) => quantileOf(known, i / STEPS))
  return {
    pixels: values.length,
    valid,
    min: known[0]!,
    max: known[valid - 1]!,
    mean,
    deviation: Math.sqrt(squares / valid),
    quantiles,
    histogram: histogramOf(known, quantiles[1]!, quantiles[STEPS - 1]!),
  }
}

/** The value below which `percent` of all lie, between thousandths by a straight line; NaN when there are none. */
export function percentile({ quantiles }: Pick<ValueStatistics, 'quantiles'>, percent: number): number {
  return quantileOf(quantiles, Math.min(100, Math.max(0, percent)) / 100)
}

/** Which share of the pixels with a value lies below one, to about a thousandth: the reverse of `percentile`. */
export function shareBelow({ quantiles }: Pick<ValueStatistics, 'quantiles'>, value: number): number {
  const last = quantiles.length - 1
  if (last < 0 || value <= quantiles[0]!) return 0
  if (value > quantiles[last]!) return 1
  let [low, high] = [0, last]
  while (low < high) {
    const middle = (low + high) >> 1
    if (quantiles[middle]! < value) low = middle + 1
    else high = middle
  }
  const [below, above] = [quantiles[low - 1]!, quantiles[low]!]
  return (low - 1 + (above > below ? (value - below) / (above - below) : 0)) / last
}

/** The bands that `valueStatistics` needs for these formulas. */
export function bandsOfTrees(trees: readonly BoundFormula[]): number[] {
  return [...new Set(trees.flatMap(bandsOf))].toSorted((a, b) => a - b)
}

/** As NumPy's default: a straight line between the two nearest. */
function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1)
  const lower = Math.floor(place)
  const [a, b] = [sorted[lower] ?? NaN, sorted[lower + 1] ?? NaN]
  return place === lower ? a : a + (b - a) * (place - lower)
}

function histogramOf(sorted: Float32Array, low: number, high: number): ValueStatistics['histogram'] {
  // One value for all: a bar in the middle of a unit around it.
  const [from, to] = high > low ? [low, high] : [low - 0.5, low + 0.5]
  const counts = new Uint32Array(BINS)
  for (const value of sorted) {
    if (value < from || value > to) continue
    counts[Math.min(BINS - 1, Math.floor(((value - from) / (to - from)) * BINS))]!++
  }
  return { from, to, counts }
}
