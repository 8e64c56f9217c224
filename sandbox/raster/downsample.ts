import type { Samples } from './raster.ts'

/** How 2x2 pixels become one: their mean, or (for classes, where a mean means nothing) the upper-left one. */
export type Resampling = 'mean' | 'nearest'

type Block = { samples: Samples; width: number; height: number }

/**
 * Halves `from` into `to`, whose rows are `toStride` long, at column `toX` and row `toY`.
 * Nodata (and NaN) does not count in a mean; four missing pixels stay missing.
 */
export function halveInto(
  from: Block,
  to: Samples,
  toStride: number,
  toX: number,
  toY: number,
  nodata: number | null,
  resampling: Resampling,
): void {
  const { samples, width, height } = from
  const integers = !(samples instanceof Float32Array)
  for (let y = 0; y < height; y += 2) {
    const upper = y * width
    const lower = y + 1 < height ? upper + width : -1
    let target = (toY + (y >> 1)) * toStride + toX
    for (let x = 0; x < width; x += 2, target += 1) {
      const first = samples[upper + x] ?? 0
      if (resampling === 'nearest') {
        to[target] = first
        continue
      }
      let sum = 0
      let count = 0
      const right = x + 1 < width
      for (let corner = 0; corner < 4; corner += 1) {
        if ((corner & 1 && !right) || (corner & 2 && lower < 0)) continue
        const sample = samples[(corner & 2 ? lower : upper) + x + (corner & 1)] ?? 0
        if (sample === nodata || sample !== sample) continue
        sum += sample
        count += 1
      }
      to[target] = count === 0 ? (nodata ?? first) : settle(sum / count, integers, nodata)
    }
  }
}

/** Rounds for integers, and keeps a mean of valid samples from being taken for nodata. */
function settle(mean: number, integers: boolean, nodata: number | null): number {
  if (!integers) return mean
  const rounded = Math.floor(mean + 0.5)
  if (rounded !== nodata) return rounded
  return rounded > mean ? rounded - 1 : rounded + 1
}
