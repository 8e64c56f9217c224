import { SampleFormat, Tiff, TiffTag, TiffTagGeo } from '@cogeotiff/core'
import type { TiffImage } from '@cogeotiff/core'
import { isKnownProjection } from '#src/geo/projection.ts'
import { readBands } from './band-metadata.ts'
import { fileSource, rememberReads, urlSource } from './byte-source.ts'
import type { ByteSource } from './byte-source.ts'
import { sampleTypeOf, unreadable } from './decode-block.ts'
import type { BlockLayout, StoredSample } from './decode-block.ts'
import { decodeInWorkers } from './decode-pool.ts'
import type { DecodeBlock } from './decode-pool.ts'
import { ImageryError } from './raster-info.ts'
import type { RasterGrid, RasterInfo, Samples } from './raster-info.ts'

/** One resolution of a file: the full one first, then its overviews. All cover the same ground. */
export type CogLevel = {
  width: number
  height: number
  image: TiffImage
  layout: BlockLayout
  blocksAcross: number
  blocksDown: number
}

/** An open GeoTIFF. Reading goes through `readWindow`; nothing has to be closed. */
export type Cog = {
  info: RasterInfo
  levels: readonly CogLevel[]
  /** Whether each block holds one band, or all bands side by side. */
  isPlanar: boolean
  source: ByteSource
  decode: DecodeBlock
  /** Blocks read lately, by level, block and band; bounded by `readWindow`. */
  cache: Map<string, Samples>
}

type OpenOptions = { signal?: AbortSignal; decode?: DecodeBlock }

/** Opens a GeoTIFF behind a URL that answers range requests. @throws ImageryError that says why it can not be shown. */
export function openCog(url: string | (() => string), options: OpenOptions = {}): Promise<Cog> {
  return openSource(urlSource(url), options)
}

/** Opens a GeoTIFF from disk, which is never copied as a whole. */
export function openLocalCog(file: File, options: OpenOptions = {}): Promise<Cog> {
  return openSource(fileSource(file), options)
}

export async function openSource(
  source: ByteSource,
  { signal, decode = decodeInWorkers }: OpenOptions = {},
): Promise<Cog> {
  const tiff = await openTiff(source, signal)
  const first = tiff.images[0]
  if (!first) throw new ImageryError('The file holds no picture.')
  const bandCount = Number((await first.fetch(TiffTag.SamplesPerPixel)) ?? 1)
  const isPlanar = bandCount === 1 || (await first.fetch(TiffTag.PlanarConfiguration)) === 2
  const levels: CogLevel[] = []
  for (const image of tiff.images) {
    // A mask or a thumbnail of another kind is no level of the same picture.
    if (image.id > 0 && !(await isOverviewOf(image, first, bandCount))) continue
    levels.push(await levelOf(image, tiff.isLittleEndian, isPlanar ? 1 : bandCount))
  }
  const full = levels[0]!
  const reason = unreadable(full.layout)
  if (reason) throw new ImageryError(reason)
  const metadata = String((await first.fetch(TiffTag.GdalMetadata)) ?? '')
  const info: RasterInfo = {
    grid: await gridOf(first),
    bands: readBands(metadata, bandCount),
    sampleType: sampleTypeOf(full.layout.stored),
    nodata: await nodataOf(first),
  }
  return { info, levels, isPlanar, source, decode, cache: new Map() }
}

async function openTiff(source: ByteSource, signal: AbortSignal | undefined): Promise<Tiff> {
  const head = rememberReads(source)
  try {
    return await Tiff.create({
      // Only for its messages; the bytes come from the source.
      url: new URL('file:///raster.tif'),
      fetch: async (offset, length = 16 << 10) => (await head.read(offset, length, signal)).buffer,
    })
  } catch (error) {
    if (signal?.aborted || error instanceof ImageryError || error instanceof TypeError) throw error
    throw new ImageryError('This file is no TIFF, or it is damaged.', { cause: error })
  }
}

async function isOverviewOf(image: TiffImage, full: TiffImage, bandCount: number): Promise<boolean> {
  const kind = Number((await image.fetch(TiffTag.SubFileType)) ?? 0)
  const { width, height } = image.size
  const sameShape = Math.abs(width / full.size.width - height / full.size.height) < 0.5
  const samples = Number((await image.fetch(TiffTag.SamplesPerPixel)) ?? 1)
  return (kind & 4) === 0 && (kind & 1) === 1 && samples === bandCount && width < full.size.width && sameShape
}

async function levelOf(image: TiffImage, littleEndian: boolean, samplesPerPixel: number): Promise<CogLevel> {
  const { width, height } = image.size
  const isTiled = image.isTiled()
  const blockWidth = isTiled ? image.tileSize.width : width
  const rowsPerStrip = Number((await image.fetch(TiffTag.RowsPerStrip)) ?? height)
  const blockHeight = isTiled ? image.tileSize.height : Math.min(rowsPerStrip, height)
  const layout: BlockLayout = {
    compression: Number((await image.fetch(TiffTag.Compression)) ?? 1),
    predictor: Number((await image.fetch(TiffTag.Predictor)) ?? 1),
    stored: await storedSampleOf(image),
    littleEndian,
    width: blockWidth,
    height: blockHeight,
    samplesPerPixel,
  }
  return {
    width,
    height,
    image,
    layout,
    blocksAcross: Math.ceil(width / blockWidth),
    blocksDown: Math.ceil(height / blockHeight),
  }
}

async function storedSampleOf(image: TiffImage): Promise<StoredSample> {
  const bits = firstOf(await image.fetch(TiffTag.BitsPerSample), 1)
  const format = firstOf(await image.fetch(TiffTag.SampleFormat), SampleFormat.Uint)
  const kind = format === SampleFormat.Float ? 'float' : format === SampleFormat.Int ? 'int' : 'uint'
  const name = `${kind}${bits}`
  const known: readonly StoredSample[] = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'float32', 'float64']
  const found = known.find((stored) => stored === name)
  if (!found) throw new ImageryError(`Samples of ${bits} bits (${kind}) are not supported.`)
  return found
}

function firstOf(value: number | readonly number[] | null, otherwise: number): number {
  return Number((typeof value === 'number' ? value : value?.[0]) ?? otherwise)
}

async function nodataOf(image: TiffImage): Promise<number | null> {
  const text = String((await image.fetch(TiffTag.GdalNoData)) ?? '')
    .replaceAll('\0', '')
    .trim()
  if (text === '') return null
  const value = Number(text)
  // "nan" in any spelling; NaN means "no data" anyhow.
  return Number.isNaN(value) ? null : value
}

async function gridOf(image: TiffImage): Promise<RasterGrid> {
  const { width, height } = image.size
  const epsg = epsgOf(image)
  if (epsg === null) throw new ImageryError('The file does not say where on Earth it lies.')
  if (!isKnownProjection(epsg)) {
    throw new ImageryError(
      `Its projection (EPSG:${epsg}) is not supported. Use WGS 84, Web Mercator or a WGS 84 / UTM zone.`,
    )
  }
  const matrix = await image.fetch(TiffTag.ModelTransformation)
  if (matrix && (Math.abs(matrix[1] ?? 0) > 1e-12 || Math.abs(matrix[4] ?? 0) > 1e-12)) {
    throw new ImageryError('The picture is rotated. Save it north-up.')
  }
  if (!image.isGeoLocated) throw new ImageryError('The file does not say where on Earth it lies.')
  const [pixelWidth, negativeHeight] = image.resolution
  const [cornerX, cornerY] = image.origin
  const pixelHeight = -negativeHeight
  if (!(pixelWidth > 0 && pixelHeight > 0)) throw new ImageryError('The picture is upside down. Save it north-up.')
  // Coordinates of "pixel is point" files name the middle of a pixel.
  const shift = image.valueGeo(TiffTagGeo.GTRasterTypeGeoKey) === 2 ? 0.5 : 0
  return {
    epsg,
    originX: cornerX - shift * pixelWidth,
    originY: cornerY + shift * pixelHeight,
    pixelWidth,
    pixelHeight,
    width,
    height,
  }
}

function epsgOf(image: TiffImage): number | null {
  if (image.epsg !== null && image.epsg !== 0) return image.epsg
  for (const key of [TiffTagGeo.ProjectedCitationGeoKey, TiffTagGeo.GTCitationGeoKey] as const) {
    const zone = /WGS[ _]?(?:19)?84\b.*\bUTM[ _]zone[ _](\d{1,2})([NS])\b/i.exec(String(image.valueGeo(key) ?? ''))
    if (zone) return (zone[2]?.toUpperCase() === 'N' ? 32600 : 32700) + Number(zone[1])
  }
  return null
}
