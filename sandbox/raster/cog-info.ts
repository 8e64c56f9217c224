import { epsgOfGeoKeys, parseGeoKeys } from '#src/formats/geo-keys.ts'
import { parseGdalMetadata } from '#src/formats/gdal-metadata.ts'
import { TILE_SIZE } from './pyramid.ts'
import type { Band, Grid, RasterInfo, SampleType } from './raster.ts'
import { numbers, text } from '#src/formats/tiff-directories.ts'
import type { Directory } from '#src/formats/tiff-directories.ts'
import { DEFLATE, TAG } from '#src/formats/tiff-tags.ts'

/** What `cogDirectories` said about the raster, read back. Throws when another program wrote the file differently. */
export function cogInfo(directory: Directory): RasterInfo {
  const count = numbers(directory, TAG.samplesPerPixel)[0] ?? 0
  const planar = numbers(directory, TAG.planarConfiguration)[0]
  const ours =
    numbers(directory, TAG.compression)[0] === DEFLATE &&
    numbers(directory, TAG.tileWidth)[0] === TILE_SIZE &&
    numbers(directory, TAG.tileLength)[0] === TILE_SIZE &&
    (count === 1 || planar === 2)
  if (!ours) throw new Error('not a raster that Swath wrote: it wants 256 x 256 tiles, band by band, with DEFLATE')
  return {
    grid: gridOf(directory),
    sampleType: sampleTypeOf(directory),
    nodata: nodataOf(directory),
    ...describedBy(text(directory, TAG.gdalMetadata), count),
  }
}

function gridOf(directory: Directory): Grid {
  const [pixelSize, pixelSizeY] = numbers(directory, TAG.modelPixelScale)
  const [, , , originX, originY] = numbers(directory, TAG.modelTiepoint)
  const epsg = epsgOfGeoKeys(parseGeoKeys(numbers(directory, TAG.geoKeyDirectory), ''))
  const width = numbers(directory, TAG.imageWidth)[0]
  const height = numbers(directory, TAG.imageLength)[0]
  if (!pixelSize || !pixelSizeY || originX === undefined || originY === undefined || !epsg || !width || !height) {
    throw new Error('not a raster that Swath wrote: it has no complete georeference')
  }
  const square = pixelSize === pixelSizeY ? {} : { pixelSizeY }
  return { epsg, originX, originY, pixelSize, ...square, width, height }
}

function sampleTypeOf(directory: Directory): SampleType {
  const bits = numbers(directory, TAG.bitsPerSample)[0]
  const format = numbers(directory, TAG.sampleFormat)[0]
  if (bits === 8 && format === 1) return 'uint8'
  if (bits === 16 && format === 1) return 'uint16'
  if (bits === 16 && format === 2) return 'int16'
  if (bits === 32 && format === 3) return 'float32'
  throw new Error(`not a raster that Swath wrote: ${bits}-bit samples of format ${format}`)
}

function nodataOf(directory: Directory): number | null {
  const nodata = text(directory, TAG.gdalNodata).trim()
  if (nodata === '') return null
  return nodata.toLowerCase() === 'nan' ? Number.NaN : Number(nodata)
}

function describedBy(xml: string, count: number): Pick<RasterInfo, 'bands' | 'scale' | 'offset' | 'metadata'> {
  const bands: Band[] = Array.from({ length: count }, (_, index) => ({ name: `Band ${index + 1}` }))
  const metadata: Record<string, string> = {}
  let scale = 1
  let offset = 0
  for (const { name, value, sample, role } of parseGdalMetadata(xml)) {
    const band = sample === undefined ? undefined : bands[sample]
    if (sample === undefined) metadata[name] = value
    else if (role === 'scale') scale = Number(value)
    else if (role === 'offset') offset = Number(value)
    else if (!band) continue
    else if (role === 'description') band.name = value
    else if (name === 'wavelength') band.wavelengthNm = Number(value)
    else if (name === 'fwhm') band.fwhmNm = Number(value)
    else if (name === 'long_name') band.description = value
  }
  return { bands, scale, offset, ...(Object.keys(metadata).length > 0 ? { metadata } : {}) }
}
