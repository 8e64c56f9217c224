import { angleOf } from '#src/spectra/spectral-angle.ts'

/** The spectral angle of each pixel of a level, row by row from the top, in radians; NaN where there is none. */
export type AngleMap = { width: number; height: number; angles: Float32Array }

/** @param sums four numbers a pixel: reference times pixel, pixel squared, reference squared, and one that means nothing */
export function anglesOf(sums: ArrayLike<number>): Float32Array {
  return Float32Array.from({ length: sums.length / 4 }, (_, pixel) =>
    angleOf(sums[pixel * 4]!, sums[pixel * 4 + 1]!, sums[pixel * 4 + 2]!),
  )
}

/** How many pixels lie at each angle, from 0 to `maxRad`. */
export type AngleHistogram = {
  maxRad: number
  counts: Uint32Array
  /** Pixels with any angle. */
  pixels: number
}

const bins = 2000

export function angleHistogram({ angles }: AngleMap, maxRad: number): AngleHistogram {
  const counts = new Uint32Array(bins)
  let pixels = 0
  for (const angle of angles) {
    if (Number.isNaN(angle)) continue
    pixels++
    if (angle < maxRad) counts[Math.floor((angle / maxRad) * bins)]!++
  }
  return { maxRad, counts, pixels }
}

/** Pixels within an angle. */
export function pixelsWithin({ counts, maxRad }: AngleHistogram, rad: number): number {
  return sum(counts.subarray(0, Math.round((rad / maxRad) * counts.length)))
}

/** The same, in `count` bins from 0 to an angle. */
export function binned({ counts, maxRad }: AngleHistogram, rad: number, count: number): number[] {
  const end = (rad / maxRad) * counts.length
  return Array.from({ length: count }, (_, bin) =>
    sum(counts.subarray(Math.round((bin / count) * end), Math.round(((bin + 1) / count) * end))),
  )
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0)
}
