import { evaluateMany } from '#src/formula/evaluate-many.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import { statisticsOf, type StoredBand, type ValueStatistics } from './value-statistics.ts'

/** How the values of a formula spread over a region, all of its pixels counted. */
export type RegionValues = ValueStatistics & {
  /** Pixels of each class, where borders between classes were given. */
  classPixels: number[] | null
}

export type CollectorOptions = {
  tree: BoundFormula
  /** How many will be added, so that nothing has to be copied to make room. */
  pixels: number
  nodata: number | null
  /** Inner borders between classes, ascending. A value on a border belongs to the class above, as on the map. */
  breaks: readonly number[] | null
}

export type ValueCollector = {
  /** `stored` are samples of a window `width` wide; `spans` triples of row, first column, column after the last in it. */
  add: (stored: readonly StoredBand[], spans: Int32Array, width: number) => void
  finish: () => RegionValues
}

/** Keeps every value (4 bytes a pixel), so that percentiles and classes are exact. */
export function createValueCollector({ tree, pixels, nodata, breaks }: CollectorOptions): ValueCollector {
  const values = new Float32Array(pixels)
  let filled = 0
  return {
    add(stored, spans, width) {
      let count = 0
      for (let span = 0; span < spans.length; span += 3) count += spans[span + 2]! - spans[span + 1]!
      const bands: (Float64Array | undefined)[] = []
      for (const one of stored) bands[one.band] = valuesInside(one, spans, width, count, nodata)
      const out = new Float32Array(count)
      evaluateMany(tree, bands, out)
      values.set(out, filled)
      filled += count
    },
    finish() {
      const all = values.subarray(0, filled)
      const statistics = statisticsOf(all)
      // Sorted by now, without a value last.
      return { ...statistics, classPixels: breaks && pixelsOfClasses(all.subarray(0, statistics.valid), breaks) }
    },
  }
}

function valuesInside(
  { samples, scale, offset }: StoredBand,
  spans: Int32Array,
  width: number,
  count: number,
  nodata: number | null,
): Float64Array {
  const inside = new Float64Array(count)
  let at = 0
  for (let span = 0; span < spans.length; span += 3) {
    const row = spans[span]! * width
    const end = row + spans[span + 2]!
    for (let from = row + spans[span + 1]!; from < end; from++) {
      const sample = samples[from]!
      inside[at++] = sample === nodata ? NaN : sample * scale + offset
    }
  }
  return inside
}

function pixelsOfClasses(sorted: Float32Array, breaks: readonly number[]): number[] {
  const ends = [0, ...breaks.map((border) => firstFrom(sorted, border)), sorted.length]
  return ends.slice(1).map((end, i) => end - ends[i]!)
}

/** Where the values that are not below a border begin. The map compares in single precision, so this does, too. */
function firstFrom(sorted: Float32Array, border: number): number {
  const least = Math.fround(border)
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
