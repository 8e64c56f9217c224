import { writeGdalMetadata, type MetadataItem } from '#src/formats/gdal-metadata.ts'
import type { Band, RasterInfo } from './raster.ts'

/** The XML that GDAL reads names, scale and wavelengths from. */
export function gdalMetadataXml(info: RasterInfo): string {
  const items: MetadataItem[] = Object.entries(info.metadata ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }))
  info.bands.forEach((band, sample) => items.push(...bandItems(band, sample, info)))
  return writeGdalMetadata(items)
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
