import { writeGdalMetadata, type MetadataItem } from '#src/formats/gdal-metadata.ts'
import { geoKeyDirectory } from '#src/formats/geo-keys.ts'
import type { Field } from '#src/formats/tiff-encode.ts'
import { DEFLATE, FIELD, TAG } from '#src/formats/tiff-tags.ts'
import type { RasterInfo } from '../raster-info.ts'
import { TILE_PIXELS } from './encode-tile.ts'

/** What a file of results says about itself. */
export type ResultDescription = {
  /** One for each band: what it holds, as "NDVI" or "R650". */
  bands: readonly string[]
  /** Of the whole file, as SCENE and FORMULA. */
  metadata: Readonly<Record<string, string>>
}

const FLOATING_POINT = 3
const FLOAT_PREDICTOR = 3
const SEPARATE_PLANES = 2

/** The one directory of a GeoTIFF on the grid of a raster: float32, tiled, NaN for "no data". */
export function resultDirectory(
  { grid, storage }: Pick<RasterInfo, 'grid' | 'storage'>,
  { bands, metadata }: ResultDescription,
  tiles: { offsets: ArrayLike<number>; byteCounts: ArrayLike<number> },
  big: boolean,
): Field[] {
  const count = bands.length
  const each = (value: number, length = count) => Array.from<number>({ length }).fill(value)
  const long = (tag: number, values: ArrayLike<number>): Field => ({ tag, type: FIELD.long, values })
  const short = (tag: number, ...values: number[]): Field => ({ tag, type: FIELD.short, values })
  const double = (tag: number, ...values: number[]): Field => ({ tag, type: FIELD.double, values })
  const text = (tag: number, values: string): Field => ({ tag, type: FIELD.ascii, values })
  return [
    long(TAG.newSubfileType, [0]),
    long(TAG.imageWidth, [grid.width]),
    long(TAG.imageLength, [grid.height]),
    short(TAG.bitsPerSample, ...each(32)),
    short(TAG.compression, DEFLATE),
    short(TAG.photometric, 1),
    short(TAG.samplesPerPixel, count),
    short(TAG.planarConfiguration, count > 1 ? SEPARATE_PLANES : 1),
    short(TAG.predictor, FLOAT_PREDICTOR),
    short(TAG.tileWidth, TILE_PIXELS),
    short(TAG.tileLength, TILE_PIXELS),
    short(TAG.sampleFormat, ...each(FLOATING_POINT)),
    ...(count > 1 ? [short(TAG.extraSamples, ...each(0, count - 1))] : []),
    { tag: TAG.tileOffsets, type: big ? FIELD.long8 : FIELD.long, values: tiles.offsets },
    long(TAG.tileByteCounts, tiles.byteCounts),
    double(TAG.modelPixelScale, grid.pixelWidth, grid.pixelHeight, 0),
    double(TAG.modelTiepoint, 0, 0, 0, grid.originX, grid.originY, 0),
    short(TAG.geoKeyDirectory, ...geoKeyDirectory(storage.epsg ?? grid.epsg)),
    text(TAG.gdalMetadata, writeGdalMetadata(metadataItems(bands, metadata))),
    text(TAG.gdalNodata, 'nan'),
  ]
}

function metadataItems(bands: readonly string[], metadata: Readonly<Record<string, string>>): MetadataItem[] {
  return [
    ...Object.entries(metadata).map(([name, value]) => ({ name, value })),
    ...bands.map((value, sample) => ({ name: 'DESCRIPTION', value, sample, role: 'description' })),
  ]
}
