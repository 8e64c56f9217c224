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
    const wavelengthNm = plain === undefined ? inNm(byName('central_wavelength_um'), true) : wavelengthToNm(plain)
    const fwhmNm = inNm(byName('fwhm')) ?? inNm(byName('fwhm_um'), true)
    return {
      name: byRole('description') || `B${String(sample + 1).padStart(3, '0')}`,
      scale: numberOr(byRole('scale'), 1),
      offset: numberOr(byRole('offset'), 0),
      ...(wavelengthNm !== undefined && { wavelengthNm }),
      ...(fwhmNm !== undefined && { fwhmNm }),
    }
  })
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
