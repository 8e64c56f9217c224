/** What a file, or something beside it, says about one band. Wavelengths in nm; value = sample * scale + offset. */
export type BandFacts = {
  name?: string | undefined
  description?: string | undefined
  wavelengthNm?: number | undefined
  fwhmNm?: number | undefined
  scale?: number | undefined
  offset?: number | undefined
  /** Marked by the producer as not to be used, such as bands inside water vapour. */
  isBad?: boolean | undefined
}

/** What is said about a raster; everything may be missing. `bands` is in the order of the pixels. */
export type RasterFacts = {
  bands?: readonly BandFacts[] | undefined
  /** For bands without one of their own. */
  scale?: number | undefined
  offset?: number | undefined
  /** A raw sample that means "no data"; NaN is allowed. */
  nodata?: number | undefined
}

/** A text beside a raster that can not be understood, with the reason as a sentence. */
export class FactsError extends Error {
  override readonly name = 'FactsError'
}

/** One statement from several, the first that says something counting, band by band and thing by thing. */
export function mergeFacts(count: number, said: readonly RasterFacts[]): RasterFacts & { bands: BandFacts[] } {
  const first = <Key extends keyof BandFacts>(band: number, key: Key) =>
    said.map((facts) => facts.bands?.[band]?.[key]).find((value) => value !== undefined)
  const shared = <Key extends 'scale' | 'offset' | 'nodata'>(key: Key) =>
    said.map((facts) => facts[key]).find((value) => value !== undefined)
  // The scale for all that is said first stands above the scale of a band that is said later.
  const scaling = (band: number, key: 'scale' | 'offset') =>
    said.map((facts) => facts.bands?.[band]?.[key] ?? facts[key]).find((value) => value !== undefined)
  return {
    scale: shared('scale'),
    offset: shared('offset'),
    nodata: shared('nodata'),
    bands: Array.from({ length: count }, (_, band) => ({
      name: first(band, 'name'),
      description: first(band, 'description'),
      wavelengthNm: first(band, 'wavelengthNm'),
      fwhmNm: first(band, 'fwhmNm'),
      isBad: first(band, 'isBad'),
      scale: scaling(band, 'scale'),
      offset: scaling(band, 'offset'),
    })),
  }
}
