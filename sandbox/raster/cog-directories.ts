import { gdalMetadataXml } from './gdal-metadata.ts'
import { geoKeyDirectory } from '#src/formats/geo-keys.ts'
import { predictorOf } from './predictor.ts'
import type { Level } from './pyramid.ts'
import { TILE_SIZE } from './pyramid.ts'
import { sampleBytes } from './raster.ts'
import type { RasterInfo } from './raster.ts'
import type { Field } from '#src/formats/tiff-encode.ts'
import { DEFLATE, FIELD, TAG } from '#src/formats/tiff-tags.ts'

/** Red, green and blue (0 to 255) of each class of a uint8 raster; missing ones are black. */
export type ColourTable = readonly (readonly [red: number, green: number, blue: number])[]

/** Where the tiles of a level lie: band by band, and in a band row by row. */
export type LevelTiles = { offsets: Float64Array; byteCounts: Uint32Array }

/** One TIFF directory per level, the full resolution first, as a COG wants them. */
export function cogDirectories(
  info: RasterInfo,
  levels: readonly Level[],
  tiles: readonly LevelTiles[],
  big: boolean,
  colours?: ColourTable,
): Field[][] {
  return levels.map((level, index) => {
    const fields = imageFields(info, level, index > 0, colours)
    const { offsets, byteCounts } = tiles[index] ?? { offsets: new Float64Array(), byteCounts: new Uint32Array() }
    fields.push({ tag: TAG.tileOffsets, type: big ? FIELD.long8 : FIELD.long, values: offsets })
    fields.push({ tag: TAG.tileByteCounts, type: FIELD.long, values: byteCounts })
    if (index === 0) fields.push(...geographicFields(info))
    if (info.nodata !== null) {
      const text = Number.isNaN(info.nodata) ? 'nan' : String(info.nodata)
      fields.push({ tag: TAG.gdalNodata, type: FIELD.ascii, values: text })
    }
    return fields
  })
}

function imageFields(info: RasterInfo, level: Level, overview: boolean, colours?: ColourTable): Field[] {
  const count = info.bands.length
  const format = { uint8: 1, uint16: 1, int16: 2, float32: 3 }[info.sampleType]
  const each = (value: number, length = count) => Array.from<number>({ length }).fill(value)
  const long = (tag: number, value: number): Field => ({ tag, type: FIELD.long, values: [value] })
  const short = (tag: number, ...values: number[]): Field => ({ tag, type: FIELD.short, values })
  const fields = [
    long(TAG.newSubfileType, overview ? 1 : 0),
    long(TAG.imageWidth, level.width),
    long(TAG.imageLength, level.height),
    short(TAG.bitsPerSample, ...each(sampleBytes(info.sampleType) * 8)),
    short(TAG.compression, DEFLATE),
    short(TAG.photometric, colours ? 3 : 1),
    short(TAG.samplesPerPixel, count),
    short(TAG.planarConfiguration, count > 1 ? 2 : 1),
    short(TAG.predictor, predictorOf(info.sampleType)),
    short(TAG.tileWidth, TILE_SIZE),
    short(TAG.tileLength, TILE_SIZE),
    short(TAG.sampleFormat, ...each(format)),
  ]
  if (count > 1) fields.push(short(TAG.extraSamples, ...each(0, count - 1)))
  if (colours) fields.push(short(TAG.colourMap, ...colourMap(colours)))
  return fields
}

/** TIFF wants 256 reds, then greens, then blues, each 0 to 65535. */
function colourMap(colours: ColourTable): number[] {
  return [0, 1, 2].flatMap((channel) =>
    Array.from({ length: 256 }, (_, index) => (colours[index]?.[channel] ?? 0) * 257),
  )
}

function geographicFields(info: RasterInfo): Field[] {
  const { grid } = info
  const double = (tag: number, ...values: number[]): Field => ({ tag, type: FIELD.double, values })
  return [
    double(TAG.modelPixelScale, grid.pixelSize, grid.pixelSizeY ?? grid.pixelSize, 0),
    double(TAG.modelTiepoint, 0, 0, 0, grid.originX, grid.originY, 0),
    { tag: TAG.geoKeyDirectory, type: FIELD.short, values: geoKeyDirectory(grid.epsg) },
    { tag: TAG.gdalMetadata, type: FIELD.ascii, values: gdalMetadataXml(info) },
  ]
}
