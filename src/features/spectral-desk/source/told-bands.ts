import type { Satellite } from '#src/contract/satellites.ts'
import { wavelengthToNm } from '#src/formula/bands.ts'
import type { RasterBand } from '#src/imagery/raster-info.ts'

export type ToldBand = Pick<RasterBand, 'name' | 'wavelengthNm' | 'fwhmNm'>

/** What the service says about the bands of a file, in its order, from the satellite's list and the names in the file. */
export function bandsOfSatellite(
  satellite: Satellite | undefined,
  names: readonly string[] | undefined,
): ToldBand[] | undefined {
  if (!satellite || !names?.length) return undefined
  return names.map((name) => {
    const wavelength = satellite.bands.find((band) => band.name === name)?.wavelength
    return { name, ...(typeof wavelength === 'number' && { wavelengthNm: wavelengthToNm(wavelength) }) }
  })
}
