import { wavelengthToNm } from '#src/formula/bands.ts'
import type { RasterBand } from './raster-info.ts'

type Item = { name: string; value: string; sample?: number; role?: string }

/**
 * The bands of a file from its GDAL_METADATA tag (42112): names, scale and offset by GDAL's roles, wavelengths as GDAL's
 * own drivers (CENTRAL_WAVELENGTH_UM) and ENVI-like headers (wavelength, wavelength_units, fwhm) write them.
 */
export function readBands(xml: string, count: number): RasterBand[] {
  const items = parseItems(xml)
  return Array.from({ length: count }, (_, sample) => {
    const own = items.filter((item) => item.sample === sample)
    const byRole = (role: string) => own.find((item) => item.role === role)?.value
    const byName = (name: string) => own.find((item) => item.name.toLowerCase() === name)?.value
    const isMicrometres = /micro|µm|um$/i.test(byName('wavelength_units') ?? byName('wavelength_unit') ?? '')
    const inNm = (text: string | undefined, isUm = isMicrometres) => {
      const value = Number.parseFloat(text ?? '')
      return Number.isFinite(value) && value > 0 ? (isUm ? value * 1000 : value) : undefined
    }
    const plain = inNm(byName('wavelength'))
    const named = byName('central_wavelength_um')
    const described = byRole('description') ?? ''
    const wavelengthNm =
      plain !== undefined ? wavelengthToNm(plain) : named === undefined ? inDescription(described) : inNm(named, true)
    const fwhmNm = inNm(byName('fwhm')) ?? inNm(byName('fwhm_um'), true)
    return {
      name: plainName(described) || `B${String(sample + 1).padStart(3, '0')}`,
      scale: numberOr(byRole('scale'), 1),
      offset: numberOr(byRole('offset'), 0),
      ...(wavelengthNm !== undefined && { wavelengthNm }),
      ...(fwhmNm !== undefined && { fwhmNm }),
    }
  })
}

const writtenWavelength = /\(?\s*(\d+(?:\.\d+)?)\s*(nanomet(?:er|re)s?|nm|micromet(?:er|re)s?|µm|um)\s*\)?/i

/** As GDAL's ENVI driver writes it into names: "band 1 (418.24 Nanometers)". */
function inDescription(text: string): number | undefined {
  const [, value = '', unit = ''] = writtenWavelength.exec(text) ?? []
  const wavelength = Number.parseFloat(value)
  if (!(wavelength > 0)) return undefined
  return /^n/i.test(unit) ? wavelength : Math.round(wavelength * 1e6) / 1000
}

/** Without the wavelength, which is told apart; empty where nothing but a number is left, so that formulas can name bands. */
function plainName(text: string): string {
  const name = text.replace(writtenWavelength, '').trim()
  return name === text.trim() || !/^band\s*\d+$/i.test(name) ? name : ''
}

function numberOr(text: string | undefined, otherwise: number): number {
  const value = Number.parseFloat(text ?? '')
  return Number.isFinite(value) ? value : otherwise
}

function parseItems(xml: string): Item[] {
  return [...xml.matchAll(/<Item\b([^>]*?)(?:\/>|>([\s\S]*?)<\/Item>)/g)].map(([, attributes = '', value = '']) => {
    const read = new Map(
      [...attributes.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map(([, name = '', text = '']) => [name, text]),
    )
    const sample = Number.parseInt(read.get('sample') ?? '', 10)
    const role = read.get('role')
    return {
      name: unescapeXml(read.get('name') ?? ''),
      // GDAL escapes values twice.
      value: unescapeXml(unescapeXml(value)).trim(),
      ...(Number.isInteger(sample) && { sample }),
      ...(role !== undefined && { role }),
    }
  })
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  return text.replace(/&(#x?)?([\da-z]+);/gi, (whole, numeric: string | undefined, body: string) => {
    if (numeric === undefined) return entities[body] ?? whole
    const code = Number.parseInt(body, numeric.toLowerCase() === '#x' ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
