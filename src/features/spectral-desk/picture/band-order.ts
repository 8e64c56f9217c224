import type { BandTable } from '#src/formula/bands.ts'

/** Bands from short to long waves; those without a wavelength after them, in the order of the file. */
export function bandOrder(bands: BandTable): number[] {
  return bands
    .map((_, index) => index)
    .toSorted((a, b) => (bands[a]?.wavelengthNm ?? Infinity) - (bands[b]?.wavelengthNm ?? Infinity) || a - b)
}

/** The next band by wavelength, round the end; the first when there is none yet. */
export function bandBeside(index: number | undefined, by: number, bands: BandTable): number | undefined {
  const order = bandOrder(bands)
  const at = index === undefined ? -1 : order.indexOf(index)
  return at < 0 ? order[0] : order[(at + by + order.length) % order.length]
}
