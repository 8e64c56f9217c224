import type { Band, RasterInfo } from './raster.ts'

/** One entry of the GDAL_METADATA tag (42112): `sample` is a band from 0, absent for the whole file. */
export type MetadataItem = { name: string; value: string; sample?: number; role?: string; domain?: string }

/** The XML that GDAL reads names, scale and wavelengths from. */
export function gdalMetadataXml(info: RasterInfo): string {
  const items: MetadataItem[] = Object.entries(info.metadata ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }))
  info.bands.forEach((band, sample) => items.push(...bandItems(band, sample, info)))
  return `<GDALMetadata>\n${items.map(itemXml).join('')}</GDALMetadata>\n`
}

function bandItems(band: Band, sample: number, info: RasterInfo): MetadataItem[] {
  const items: MetadataItem[] = [{ name: 'DESCRIPTION', value: band.name, sample, role: 'description' }]
  if (info.scale !== 1 || info.offset !== 0) {
    items.push({ name: 'SCALE', value: String(info.scale), sample, role: 'scale' })
    items.push({ name: 'OFFSET', value: String(info.offset), sample, role: 'offset' })
  }
  if (band.wavelengthNm !== undefined) {
    items.push({ name: 'wavelength', value: String(band.wavelengthNm), sample })
    items.push({ name: 'wavelength_units', value: 'Nanometers', sample })
  }
  if (band.fwhmNm !== undefined) items.push({ name: 'fwhm', value: String(band.fwhmNm), sample })
  if (band.description !== undefined) items.push({ name: 'long_name', value: band.description, sample })
  return items
}

/** GDAL escapes values twice, and unescapes them twice on reading; so do we. */
function itemXml({ name, value, sample, role }: MetadataItem): string {
  const where = sample === undefined ? '' : ` sample="${sample}"`
  const use = role === undefined ? '' : ` role="${role}"`
  return `  <Item name="${escapeXml(name)}"${where}${use}>${escapeXml(escapeXml(value))}</Item>\n`
}

/** All items of the tag, ours or another program's; anything that is not an Item is passed over. */
export function parseGdalMetadata(xml: string): MetadataItem[] {
  return [...xml.matchAll(/<Item\b([^>]*?)(?:\/>|>([\s\S]*?)<\/Item>)/g)].map(([, attributes = '', value = '']) => {
    const read = new Map<string, string>()
    for (const [, name = '', quoted = ''] of attributes.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)) {
      read.set(name, unescapeXml(quoted))
    }
    const sample = Number(read.get('sample'))
    return {
      name: read.get('name') ?? '',
      value: unescapeXml(unescapeXml(value)).trim(),
      ...(read.has('sample') && Number.isInteger(sample) ? { sample } : {}),
      ...(read.has('role') ? { role: read.get('role') } : {}),
      ...(read.has('domain') ? { domain: read.get('domain') } : {}),
    }
  })
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Control characters are not allowed in XML at all, so they are dropped. */
function escapeXml(text: string): string {
  return [...text]
    .filter((character) => character >= ' ' || '\t\n'.includes(character))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function unescapeXml(text: string): string {
  return text.replace(/&(#x?)?([\da-zA-Z]+);/g, (whole, numeric: string | undefined, body: string) => {
    if (numeric === undefined) return NAMED[body] ?? whole
    const code = Number.parseInt(body, numeric === '#x' ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
