import type { MetadataItem } from './gdal-metadata.ts'
import type { BandFacts, RasterFacts } from './raster-facts.ts'
import { toNm, wavelengthInText } from './wavelength.ts'

/**
 * What the GDAL_METADATA tag says about the bands: items of single bands (`wavelength`, `wavelength_units`, `fwhm`),
 * GDAL's IMAGERY domain (`CENTRAL_WAVELENGTH_UM`, `FWHM_UM`), lists `{…}` of ENVI headers, and descriptions.
 */
export function factsOfGdal(count: number, items: readonly MetadataItem[]): RasterFacts {
  const byBand = new Map<number | undefined, Map<string, string>>()
  for (const { name, value, sample, role } of items) {
    let own = byBand.get(sample)
    if (!own) byBand.set(sample, (own = new Map()))
    own.set(name.toLowerCase(), value)
    if (role) own.set(`role:${role}`, value)
  }
  const find = (name: string, band?: number) => byBand.get(band)?.get(name)
  const fileUnit = find('wavelength_units')
  const lists = { wavelength: listOf(find('wavelength')), fwhm: listOf(find('fwhm')), bbl: listOf(find('bbl')) }
  const descriptions = Array.from({ length: count }, (_, band) => find('role:description', band))
  const described = wavelengthsOfDescriptions(descriptions)
  const bands = Array.from({ length: count }, (_, band): BandFacts => {
    const unit = find('wavelength_units', band) ?? find('wavelength_unit', band) ?? fileUnit
    const wavelength =
      numberOf(find('wavelength', band)) ?? lists.wavelength[band] ?? numberOf(find('center_wavelength', band))
    const fwhm = numberOf(find('fwhm', band)) ?? lists.fwhm[band]
    const micrometres = numberOf(find('central_wavelength_um', band))
    const widthMicrometres = numberOf(find('fwhm_um', band))
    // GDAL's ENVI reader also leaves `Band_1` = "418.24 Nanometers".
    const enviBand = find(`band_${band + 1}`) ?? ''
    const description = descriptions[band]
    const isName = description !== undefined && /^[A-Za-z]\w*$/.test(description)
    return {
      name: isName ? description : undefined,
      description: (isName ? undefined : description) ?? find('long_name', band),
      wavelengthNm: toNm(wavelength, unit) ?? toNm(micrometres, 'um') ?? described[band] ?? wavelengthInText(enviBand),
      fwhmNm: toNm(fwhm, unit, wavelength ?? fwhm) ?? toNm(widthMicrometres, 'um'),
      scale: numberOf(find('role:scale', band)),
      offset: numberOf(find('role:offset', band)),
      isBad: lists.bbl[band] === 0 ? true : undefined,
    }
  })
  return { bands }
}

const LONGEST_NM = 20_000

/** "band 1 (418.24 Nanometers)", "0.418 um", "665 nm", or just "665", in nm. */
function wavelengthsOfDescriptions(descriptions: readonly (string | undefined)[]): (number | undefined)[] {
  const found = descriptions.map((text = '') => {
    const bare = Number(/^\s*\(?(\d+(?:\.\d+)?)\)?\s*$/.exec(text)?.[1])
    return wavelengthInText(text) ?? (bare > 0.3 && bare < LONGEST_NM ? toNm(bare) : undefined)
  })
  // Plain counting ("1", "2", "3") would pass for micrometres.
  return found.every((wavelengthNm, index) => wavelengthNm === toNm(index + 1)) ? found.map(() => undefined) : found
}

/** The numbers of a list in braces, as ENVI writes them. */
export function listOf(value: string | undefined): number[] {
  const inside = /\{([^}]*)\}/.exec(value ?? '')?.[1]
  return inside === undefined ? [] : inside.split(',').map(Number)
}

export function numberOf(value: string | undefined): number | undefined {
  const parsed = Number(value?.trim() || Number.NaN)
  return Number.isFinite(parsed) ? parsed : undefined
}
