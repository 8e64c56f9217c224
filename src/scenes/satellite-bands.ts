import type { Satellite } from '#src/contract/satellites.ts'
import { wavelengthToNm, type BandTable } from '#src/formula/bands.ts'

/** A satellite's bands as formulas see them. */
export function bandTable(satellite: Satellite | undefined): BandTable {
  return (satellite?.bands ?? []).map(({ name, wavelength }) => ({
    name,
    ...(typeof wavelength === 'number' && { wavelengthNm: wavelengthToNm(wavelength) }),
  }))
}
