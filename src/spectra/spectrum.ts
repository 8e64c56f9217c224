/**
 * One value a band, in the order of the bands, which need not ascend: two detectors of a sensor may overlap. Values are
 * reflectances (1 is a white surface; noise reaches a little below 0), NaN is a gap: no data, or a bad band.
 */
export type Spectrum = {
  wavelengthsNm: readonly number[]
  /** Full width at half maximum of each band's response; absent where no one told it. */
  fwhmNm?: readonly number[]
  values: readonly number[]
  /** Standard deviation of what was averaged, for a region. */
  deviation?: readonly number[]
}

/** Values with gaps where `isGap` says so. */
export function withGaps(values: readonly number[], isGap: readonly boolean[]): number[] {
  return values.map((value, i) => (isGap[i] ? Number.NaN : value))
}

export function picked<T>(all: readonly T[], indices: readonly number[]): T[] {
  return indices.map((i) => all[i]!)
}
