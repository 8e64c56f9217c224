import { factsOfGdal } from '#src/formats/gdal-facts.ts'
import { parseGdalMetadata } from '#src/formats/gdal-metadata.ts'
import type { RasterFacts } from '#src/formats/raster-facts.ts'
import { numbers, readDirectories, rememberBlocks, text } from '#src/formats/tiff-directories.ts'
import type { Directory } from '#src/formats/tiff-directories.ts'
import { TAG } from '#src/formats/tiff-tags.ts'
import type { ByteSource } from './byte-source.ts'
import { compressionName } from './compression.ts'
import type { BlockReader } from './block-reader.ts'
import { sampleTypeOf } from './decode-block.ts'
import type { StoredSample } from './decode-block.ts'
import { isTiff, whatItIs } from './file-kind.ts'
import { georeferenceOf } from './geotiff-grid.ts'
import { BLOCK_TAGS, inWords, storedImageOf } from './geotiff-image.ts'
import type { OpenTiff } from './geotiff-image.ts'
import { rasterBands } from './raster-bands.ts'
import { ImageryError } from './raster-info.ts'
import type { RasterInfo } from './raster-info.ts'
import { levelsOf } from './raster-levels.ts'
import type { Cog } from './raster-levels.ts'
import type { StoredImage } from './stored-image.ts'

let opened = 0

/** `said` are what others say about the file; they count before what it says itself. @throws ImageryError */
export async function openGeoTiff(
  source: ByteSource,
  said: readonly RasterFacts[],
  reader: BlockReader,
  signal?: AbortSignal,
): Promise<Cog> {
  // Lists of places are read later and for others: not with the signal of whoever opens the file.
  let opening = signal
  const read = rememberBlocks((offset, length) => source.read(offset, length, opening))
  const start = await read(0, 32)
  if (!isTiff(start)) throw new ImageryError(whatItIs(start))
  const head = await readDirectories(read, { leave: BLOCK_TAGS }).catch(inWords)
  opening = undefined
  const tiff: OpenTiff = { id: `${opened++}`, source, read, littleEndian: head.littleEndian }
  const [first] = head.directories
  if (!first) throw new ImageryError('The file holds no picture.')
  const facts = factsOf(first)
  const { stored } = storedImageOf(tiff, first, 0, 0).layout
  const nodata = nodataAsStored(said.find((facts) => facts.nodata !== undefined)?.nodata ?? facts.nodata, stored)
  const full = storedImageOf(tiff, first, 0, nodata ?? 0)
  const others = head.directories.flatMap((directory, place) => {
    if (place === 0) return []
    const kind = numbers(directory, TAG.newSubfileType)[0] ?? 0
    const isMask = (kind & 4) !== 0
    if (!isMask && (kind & 1) === 0) return []
    const image = readableImage(tiff, directory, place, isMask ? 0 : (nodata ?? 0))
    return image ? [{ isMask, image }] : []
  })
  const masks = others.filter(({ isMask }) => isMask).map(({ image }) => image)
  const overviews = others.filter(({ isMask, image }) => !isMask && isOverviewOf(image, full)).map(({ image }) => image)
  const { grid, crsName, statedEpsg, notes } = georeferenceOf(first, full.width, full.height)
  const bands = rasterBands(full.bandCount, [...said, facts])
  const isWhole = !/float/.test(stored)
  const info: RasterInfo = {
    grid,
    bands,
    // A mask needs a value that says "no data": NaN where the file has none of its own.
    sampleType: masks.length > 0 && nodata === null ? 'float32' : sampleTypeOf(stored),
    nodata: nodata === undefined ? null : nodata,
    storage: {
      format: isBigTiff(start) ? 'BigTIFF' : 'GeoTIFF',
      stored,
      compression: compressionName(full.layout.compression),
      interleave: full.isPlanar ? 'band' : 'pixel',
      isTiled: first.has(TAG.tileWidth),
      blockWidth: full.layout.width,
      blockHeight: full.layout.height,
      overviews: overviews.length,
      hasMask: masks.length > 0,
      crsName,
      ...(statedEpsg !== null && { epsg: statedEpsg }),
      ...(source.size() !== undefined && { bytes: source.size()! }),
    },
    notes: [...notes, ...(isWhole && bands.every(({ scale }) => scale === 1) ? [NO_SCALE] : [])],
  }
  return { info, levels: levelsOf(full, overviews, masks), reader }
}

export const NO_SCALE = 'The file names no scale, so its numbers are taken as they are stored.'

function isBigTiff(start: Uint8Array): boolean {
  return start[2] === 43 || start[3] === 43
}

/** Overviews that can not be read are as good as none. */
function readableImage(tiff: OpenTiff, directory: Directory, place: number, fill: number): StoredImage | undefined {
  try {
    return storedImageOf(tiff, directory, place, fill)
  } catch {
    return undefined
  }
}

function isOverviewOf(image: StoredImage, full: StoredImage): boolean {
  const across = full.width / image.width
  const down = full.height / image.height
  return (
    image.bandCount === full.bandCount &&
    image.layout.stored === full.layout.stored &&
    image.width < full.width &&
    // Sizes of overviews are rounded up or down.
    Math.abs(full.width / across - full.width / down) <= 1 + full.width / full.height
  )
}

function factsOf(directory: Directory): RasterFacts {
  const count = Math.min(numbers(directory, TAG.samplesPerPixel)[0] ?? 1, 10_000)
  const facts = factsOfGdal(count, parseGdalMetadata(text(directory, TAG.gdalMetadata)))
  const nodata = text(directory, TAG.gdalNodata).trim()
  return { ...facts, ...(nodata !== '' && { nodata: /nan/i.test(nodata) ? NaN : Number(nodata) }) }
}

const RANGES: Readonly<Partial<Record<StoredSample, readonly [number, number]>>> = {
  uint8: [0, 255],
  int8: [-128, 127],
  uint16: [0, 65_535],
  int16: [-32_768, 32_767],
  uint32: [0, 2 ** 32 - 1],
  int32: [-(2 ** 31), 2 ** 31 - 1],
}

/** The raw sample that says "no data", or null when none can: NaN says it anyhow. */
export function nodataAsStored(nodata: number | undefined, stored: StoredSample): number | null {
  if (nodata === undefined || Number.isNaN(nodata)) return null
  const range = RANGES[stored]
  if (!range) return stored === 'float64' ? nodata : Math.fround(nodata)
  return Number.isInteger(nodata) && nodata >= range[0] && nodata <= range[1] ? nodata : null
}
