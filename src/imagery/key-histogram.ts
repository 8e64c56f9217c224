import type { BlockSamples } from './decode-block.ts'
import type { KeyHistogram } from './tile-tasks.ts'

const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)
const DROPPED_BITS = 14

/** Ascending with the number; see `KeyHistogram`. */
export function floatKey(value: number): number {
  float[0] = value
  const pattern = bits[0]!
  return (pattern & 0x8000_0000 ? ~pattern >>> 0 : (pattern | 0x8000_0000) >>> 0) >>> DROPPED_BITS
}

/** The lowest number with this key. */
export function floatOfKey(key: number): number {
  const ordered = (key << DROPPED_BITS) >>> 0
  bits[0] = ordered & 0x8000_0000 ? ordered & 0x7fff_ffff : ~ordered >>> 0
  return float[0]!
}

export function hasExactKeys(samples: BlockSamples): boolean {
  return samples.BYTES_PER_ELEMENT <= 2
}

export function emptyHistogram(isExact: boolean): KeyHistogram {
  return { isExact, firstKey: 0, counts: new Uint32Array(0) }
}

/** Makes room for keys from `low` to `high`, both included. Grows by halves, so that few copies are made. */
export function coverKeys(histogram: KeyHistogram, low: number, high: number): void {
  const { firstKey, counts } = histogram
  if (counts.length === 0) {
    histogram.firstKey = low
    histogram.counts = new Uint32Array(high + 1 - low)
    return
  }
  const end = firstKey + counts.length
  if (low >= firstKey && high < end) return
  const spare = counts.length >> 1
  const start = low < firstKey ? Math.min(low, firstKey - spare) : firstKey
  const stop = high >= end ? Math.max(high + 1, end + spare) : end
  const grown = new Uint32Array(stop - start)
  grown.set(counts, firstKey - start)
  histogram.firstKey = start
  histogram.counts = grown
}

export function addHistogram(target: KeyHistogram, other: KeyHistogram): void {
  if (other.counts.length === 0) return
  coverKeys(target, other.firstKey, other.firstKey + other.counts.length - 1)
  const shift = other.firstKey - target.firstKey
  for (let i = 0; i < other.counts.length; i++) target.counts[shift + i]! += other.counts[i]!
}
