/**
 * Where water vapour leaves no light from the ground: what a product gives there is noise. The limits are those of common
 * practice (Thenkabail, Lyon & Huete, Hyperspectral Remote Sensing of Vegetation, 2012).
 */
export const waterVapourNm: readonly (readonly [from: number, to: number])[] = [
  [1350, 1450],
  [1800, 1950],
]

export function isInWaterVapour(wavelengthNm: number): boolean {
  return waterVapourNm.some(([from, to]) => wavelengthNm >= from && wavelengthNm <= to)
}

/** For each band whether it is a gap in every curve: in water vapour, or on the file's own list of bad bands. */
export function badBands(wavelengthsNm: readonly number[], listed: readonly boolean[] = []): boolean[] {
  return wavelengthsNm.map((nm, i) => isInWaterVapour(nm) || listed[i] === true)
}
