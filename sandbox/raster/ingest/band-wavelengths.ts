import type { MetadataItem } from '#sandbox/raster/gdal-metadata.ts'
import type { Band } from '#sandbox/raster/raster.ts'
import { IngestError } from './ingest-error.ts'
import type { SceneMetadata } from './scene-metadata.ts'

type Described = { name?: string; wavelengthNm?: number; fwhmNm?: number; description?: string }

/** Below this a wavelength must be in micrometres: 20 um is far in the thermal, 20 nm no light at all. */
const MICROMETRES_BELOW = 20
const SHORTEST_NM = 100
const LONGEST_NM = 20_000

/**
 * Names and wavelengths of the bands: from the metadata file, else the bands' descriptions, else GDAL or ENVI items.
 * Every band must get a wavelength, because without one no index can find it.
 */
export function describeBands(count: number, metadata: SceneMetadata, items: readonly MetadataItem[]): Band[] {
  if (metadata.bands && metadata.bands.length !== count) {
    throw new IngestError(`The metadata describes ${metadata.bands.length} bands, but the file has ${count}.`)
  }
  const fromFile = (metadata.bands ?? []).map((band): Described => ({
    name: band.name,
    description: band.description,
    wavelengthNm: toNm(band.wavelength),
    fwhmNm: toNm(band.fwhm, band.wavelength),
  }))
  const fromDescriptions = fromBandDescriptions(count, items)
  const fromItems = fromGdalItems(count, items)
  const bands = Array.from({ length: count }, (_, index) => {
    const [a, b, c] = [fromFile[index], fromDescriptions[index], fromItems[index]]
    const wavelengthNm = a?.wavelengthNm ?? b?.wavelengthNm ?? c?.wavelengthNm
    const fwhmNm = a?.fwhmNm ?? c?.fwhmNm
    const description = a?.description ?? b?.description
    return { name: a?.name ?? b?.name, wavelengthNm, fwhmNm, description }
  })
  checkWavelengths(bands)
  const names = bands.map(({ name }) => name?.trim() ?? '')
  const usable = names.every((name) => name !== '') && new Set(names).size === count
  return bands.map(({ wavelengthNm, fwhmNm, description }, index) => ({
    name: usable ? (names[index] ?? '') : `B${index + 1}`,
    ...(wavelengthNm === undefined ? {} : { wavelengthNm }),
    ...(fwhmNm === undefined ? {} : { fwhmNm }),
    ...(description === undefined ? {} : { description }),
  }))
}

function checkWavelengths(bands: readonly Described[]): void {
  const missing = bands.flatMap(({ wavelengthNm }, index) => (wavelengthNm === undefined ? [index + 1] : []))
  if (missing.length === bands.length) {
    throw new IngestError('The file names no wavelengths for its bands; add a metadata file with center_wavelength_nm.')
  }
  if (missing.length > 0) {
    const some = missing.length > 5 ? `${missing.slice(0, 5).join(', ')} …` : missing.join(', ')
    throw new IngestError(`No wavelength is known for ${missing.length} of ${bands.length} bands (${some}).`)
  }
  const odd = bands.findIndex(({ wavelengthNm = 0 }) => !(wavelengthNm >= SHORTEST_NM && wavelengthNm <= LONGEST_NM))
  if (odd >= 0) {
    throw new IngestError(
      `${bands[odd]?.wavelengthNm} nm of band ${odd + 1} is not a wavelength of ${SHORTEST_NM} to ${LONGEST_NM} nm.`,
    )
  }
}

/** "band 1 (418.24 Nanometers)", "0.418 um", "665 nm", or just "665". Names such as "B4" or "red" are kept as names. */
function fromBandDescriptions(count: number, items: readonly MetadataItem[]): Described[] {
  const described: Described[] = Array.from({ length: count }, () => ({}))
  for (const { role, sample, value } of items) {
    const band = sample === undefined ? undefined : described[sample]
    if (role !== 'description' || !band) continue
    const withUnit = /(\d+(?:\.\d+)?)\s*(nm|nanomet(?:er|re)s?|µm|μm|um|micromet(?:er|re)s?|microns?)\b/i.exec(value)
    const bare = /^\s*\(?(\d+(?:\.\d+)?)\)?\s*$/.exec(value)
    if (withUnit) band.wavelengthNm = toNmWithUnit(Number(withUnit[1]), withUnit[2] ?? 'nm')
    else if (bare && Number(bare[1]) > 0.3 && Number(bare[1]) < LONGEST_NM) band.wavelengthNm = toNm(Number(bare[1]))
    if (/^[A-Za-z]\w*$/.test(value)) band.name = value
    else band.description = value
  }
  // Plain counting ("1", "2", "3") would pass for micrometres.
  const counting = described.every(({ wavelengthNm }, index) => wavelengthNm === toNm(index + 1))
  return counting ? described.map((band) => ({ ...band, wavelengthNm: undefined })) : described
}

/** Items of single bands (`wavelength`, `wavelength_units`, `fwhm`), GDAL's IMAGERY domain, or ENVI lists `{…}`. */
function fromGdalItems(count: number, items: readonly MetadataItem[]): Described[] {
  const find = (name: string, sample?: number) =>
    items.find((item) => item.name.toLowerCase() === name && item.sample === sample)?.value
  const fileUnit = find('wavelength_units')
  const lists = { wavelength: parseList(find('wavelength')), fwhm: parseList(find('fwhm')) }
  return Array.from({ length: count }, (_, band) => {
    const unit = find('wavelength_units', band) ?? fileUnit
    const wavelength =
      parseNumber(find('wavelength', band)) ?? lists.wavelength[band] ?? parseNumber(find('center_wavelength', band))
    const fwhm = parseNumber(find('fwhm', band)) ?? lists.fwhm[band]
    const micrometres = parseNumber(find('central_wavelength_um', band))
    const widthMicrometres = parseNumber(find('fwhm_um', band))
    // GDAL's ENVI reader also leaves `Band_1` = "418.24 Nanometers".
    const [, enviValue, enviUnit = ''] = /([\d.]+)\s+(\w+)/.exec(find(`band_${band + 1}`) ?? '') ?? []
    return {
      wavelengthNm:
        convert(wavelength, unit, wavelength) ??
        convert(micrometres, 'um', micrometres) ??
        (/nano|micro/i.test(enviUnit) ? convert(parseNumber(enviValue), enviUnit, undefined) : undefined),
      fwhmNm: convert(fwhm, unit, wavelength) ?? convert(widthMicrometres, 'um', micrometres),
    }
  })
}

function convert(value: number | undefined, unit: string | undefined, beside: number | undefined): number | undefined {
  if (value === undefined) return undefined
  return unit && /nano|nm|micro|um|µm|μm/i.test(unit) ? toNmWithUnit(value, unit) : toNm(value, beside)
}

function toNmWithUnit(value: number, unit: string): number {
  return /^\s*n/i.test(unit) ? value : micrometresToNm(value)
}

/** A value without unit; a width has the unit of the wavelength `beside` it. */
function toNm(value: number | undefined, beside = value): number | undefined {
  if (value === undefined || beside === undefined) return undefined
  return beside < MICROMETRES_BELOW ? micrometresToNm(value) : value
}

/** Rounded to 1 pm, so that 0.66512 um becomes 665.12 and not 665.1199999999999 nm. */
function micrometresToNm(value: number): number {
  return Math.round(value * 1e6) / 1e3
}

function parseList(value: string | undefined): number[] {
  const inside = /\{([\s\S]*)\}/.exec(value ?? '')?.[1]
  return inside === undefined ? [] : inside.split(',').map(Number)
}

function parseNumber(value: string | undefined): number | undefined {
  const parsed = Number(value?.trim() || Number.NaN)
  return Number.isFinite(parsed) ? parsed : undefined
}
