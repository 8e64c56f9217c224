import type { Spectrum } from '../spectrum.ts'

/** A spectrum with a name to compare others with. Its wavelengths ascend. */
export type LibraryEntry = Spectrum & {
  /** Unique among all entries. */
  id: string
  name: string
  /** What is alike stands together: "Vegetation", or the name of a file. */
  group: string
  /** Where its numbers come from, in a sentence. */
  source: string
}

/** What a file gives. */
export type ReadSpectrum = Omit<LibraryEntry, 'id' | 'group'>

/** A file that is no library we can read, with the reason as a sentence for who chose it. */
export class LibraryError extends Error {
  override name = 'LibraryError'
}

/** More would only slow down the search for the nearest. */
export const MAX_SPECTRA = 5000

/** USGS files write -1.23e34 for a channel that was taken out; others write -9999 and the like. */
export function orGap(value: number): number {
  return Number.isFinite(value) && value > -100 && value < 1e6 ? value : Number.NaN
}

/** Ascending, without points that have no wavelength; of those that share one, the first. */
export function ascending({ wavelengthsNm, fwhmNm, values, ...rest }: ReadSpectrum): ReadSpectrum {
  const order = [...wavelengthsNm.keys()]
    .filter((i) => wavelengthsNm[i]! > 0)
    .toSorted((a, b) => wavelengthsNm[a]! - wavelengthsNm[b]! || a - b)
    .filter((i, at, all) => at === 0 || wavelengthsNm[i] !== wavelengthsNm[all[at - 1]!])
  return {
    ...rest,
    wavelengthsNm: order.map((i) => wavelengthsNm[i]!),
    ...(fwhmNm && { fwhmNm: order.map((i) => fwhmNm[i]!) }),
    values: order.map((i) => values[i]!),
  }
}

/**
 * What to multiply by to get reflectance from 0 to 1, judged by the largest value of a file, as few files say their unit:
 * percent reaches 100, scaled integers 10,000. Snow and glint reach a little above 1.
 */
export function reflectanceScale(spectra: readonly { values: readonly number[] }[]): number {
  let largest = 0
  for (const { values } of spectra) for (const value of values) if (value > largest) largest = value
  if (largest <= 2) return 1
  return largest <= 200 ? 0.01 : 0.0001
}

export function scaled<T extends ReadSpectrum>(spectra: readonly T[], factor: number): T[] {
  return factor === 1
    ? [...spectra]
    : spectra.map((each) => ({ ...each, values: each.values.map((value) => value * factor) }))
}
