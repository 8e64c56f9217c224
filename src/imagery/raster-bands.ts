import { mergeFacts } from '#src/formats/raster-facts.ts'
import type { RasterFacts } from '#src/formats/raster-facts.ts'
import { withoutWavelength } from '#src/formats/wavelength.ts'
import type { RasterBand } from './raster-info.ts'

/** The bands of a file, from what is said about them; the first that says something counts. */
export function rasterBands(count: number, said: readonly RasterFacts[]): RasterBand[] {
  const { bands } = mergeFacts(count, said)
  const named = bands.map(({ name, description = '' }) => (name ?? plainName(description)).trim())
  // A name that two bands share would always mean the first.
  const isUsable = (name: string) => name !== '' && named.filter((other) => other === name).length === 1
  return bands.map(({ description, wavelengthNm, fwhmNm, isBad, scale = 1, offset = 0 }, band) => ({
    name: isUsable(named[band]!) ? named[band]! : `B${String(band + 1).padStart(3, '0')}`,
    ...(description !== undefined && description !== named[band] && { description }),
    ...(wavelengthNm !== undefined && { wavelengthNm }),
    ...(fwhmNm !== undefined && { fwhmNm }),
    ...(isBad && { isBad }),
    scale,
    offset,
  }))
}

/** Without the wavelength, which is told apart; empty where nothing but a number is left, so that formulas can name bands. */
function plainName(description: string): string {
  const name = withoutWavelength(description)
  return /^(?:band\s*)?[\d.\s()]*$/i.test(name) ? '' : name
}
