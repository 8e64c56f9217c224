import { angleOf } from '#src/spectra/spectral-angle.ts'

/** How many pixels lie at each angle, from 0 to `maxRad`. */
export type AngleHistogram = {
  maxRad: number
  counts: Uint32Array
  /** Pixels with any angle. */
  pixels: number
  /** All pixels of the level it was computed at. */
  size: number
}

const bins = 2000

/** @param sums four numbers a pixel: reference times pixel, pixel squared, reference squared, anything */
export function angleHistogram(sums: ArrayLike<number>, maxRad: number): AngleHistogram {
  const counts = new Uint32Array(bins)
  let pixels = 0
  for (let at = 0; at < sums.length; at += 4) {
    const angle = angleOf(sums[at]!, sums[at + 1]!, sums[at + 2]!)
    if (Number.isNaN(angle)) continue
    pixels++
    if (angle < maxRad) counts[Math.floor((angle / maxRad) * bins)]!++
  }
  return { maxRad, counts, pixels, size: sums.length / 4 }
}

/** Pixels within an angle. */
export function pixelsWithin({ counts, maxRad }: AngleHistogram, rad: number): number {
  const end = Math.min(counts.length, Math.round((rad / maxRad) * counts.length))
  return counts.subarray(0, end).reduce((sum, count) => sum + count, 0)
}

/** The same, in `count` bins from 0 to an angle. */
export function binned({ counts, maxRad }: AngleHistogram, rad: number, count: number): number[] {
  const end = (rad / maxRad) * counts.length
  return Array.from({ length: count }, (_, bin) =>
    counts
      .subarray(Math.round((bin / count) * end), Math.round(((bin + 1) / count) * end))
      .reduce((sum, each) => sum + each, 0),
  )
}
