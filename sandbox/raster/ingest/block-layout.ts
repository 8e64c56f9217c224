import { numbers } from '#src/formats/tiff-directories.ts'
import type { Directory } from '#src/formats/tiff-directories.ts'
import { TAG } from '#src/formats/tiff-tags.ts'
import { COMPRESSIONS, OTHER_COMPRESSIONS } from './block-codec.ts'
import type { BlockFormat } from './block-codec.ts'
import { IngestError } from './ingest-error.ts'
import { BYTES_PER_SAMPLE, sourceTypeOf } from './source-samples.ts'
import type { SourceType } from './source-samples.ts'

/** What Swath takes in; a scene of a whole satellite strip fits, a continent does not. */
export const INGEST_LIMITS = { pixels: 100e6, bands: 1000, rawBytes: 16 * 2 ** 30, blockBytes: 256 * 2 ** 20 } as const

/** How the pixels of a foreign file lie in it: strips are blocks as wide as the image. */
export type BlockLayout = {
  width: number
  height: number
  bandCount: number
  type: SourceType
  block: { width: number; height: number; across: number; down: number; tiled: boolean }
  /** bands lie in blocks of their own */
  separate: boolean
  format: BlockFormat
  offsets: readonly number[]
  byteCounts: readonly number[]
}

/** Reads and checks the layout; `fileBytes` shows whether the file has been cut off. */
export function readLayout(directory: Directory, littleEndian: boolean, fileBytes: number): BlockLayout {
  const one = (tag: number, fallback: number) => numbers(directory, tag)[0] ?? fallback
  const width = one(TAG.imageWidth, 0)
  const height = one(TAG.imageLength, 0)
  const bandCount = one(TAG.samplesPerPixel, 1)
  if (width < 1 || height < 1 || bandCount < 1) throw new IngestError('The file has no image in it.')
  const type = readType(directory)
  const bytesPerSample = BYTES_PER_SAMPLE[type]
  checkSize(width, height, bandCount, bytesPerSample)
  if (one(TAG.orientation, 1) !== 1 || one(TAG.fillOrder, 1) !== 1) {
    throw new IngestError('The file stores its rows or bits in an unusual order; rewrite it with gdal_translate first.')
  }
  const compression = one(TAG.compression, 1)
  if (!COMPRESSIONS[compression]) {
    const named = OTHER_COMPRESSIONS[compression] ?? `scheme ${compression}`
    throw new IngestError(
      `The file is compressed with ${named}; Swath reads DEFLATE, LZW, ZSTD and uncompressed files.`,
    )
  }
  const predictor = one(TAG.predictor, 1)
  if (predictor < 1 || predictor > 3) throw new IngestError(`The file uses the unknown predictor ${predictor}.`)
  const tiled = directory.has(TAG.tileWidth)
  const block = {
    width: tiled ? one(TAG.tileWidth, 0) : width,
    height: tiled ? one(TAG.tileLength, 0) : Math.min(height, one(TAG.rowsPerStrip, height)),
    tiled,
  }
  if (block.width < 1 || block.height < 1) throw new IngestError('The tiles of the file have no size.')
  const separate = bandCount > 1 && one(TAG.planarConfiguration, 1) === 2
  const samplesPerPixel = separate ? 1 : bandCount
  if (block.width * block.height * samplesPerPixel * bytesPerSample > INGEST_LIMITS.blockBytes) {
    throw new IngestError('The file is stored in strips or tiles of more than 256 MB; rewrite it with TILED=YES first.')
  }
  const layout: BlockLayout = {
    width,
    height,
    bandCount,
    type,
    block: { ...block, across: Math.ceil(width / block.width), down: Math.ceil(height / block.height) },
    separate,
    format: {
      compression,
      predictor,
      littleEndian,
      bytesPerSample,
      samplesPerPixel,
      width: block.width,
      height: block.height,
    },
    offsets: numbers(directory, tiled ? TAG.tileOffsets : TAG.stripOffsets),
    byteCounts: numbers(directory, tiled ? TAG.tileByteCounts : TAG.stripByteCounts),
  }
  checkComplete(layout, fileBytes)
  return layout
}

function readType(directory: Directory): SourceType {
  const bits = numbers(directory, TAG.bitsPerSample)
  const formats = numbers(directory, TAG.sampleFormat)
  if (new Set(bits).size > 1 || new Set(formats).size > 1) {
    throw new IngestError('The bands of the file have different sample types; they must all have the same.')
  }
  return sourceTypeOf(formats[0] ?? 1, bits[0] ?? 1)
}

function checkSize(width: number, height: number, bandCount: number, bytesPerSample: number): void {
  const { pixels, bands, rawBytes } = INGEST_LIMITS
  if (width * height > pixels) {
    throw new IngestError(
      `The file has ${(width * height) / 1e6} million pixels; at most ${pixels / 1e6} million are taken.`,
    )
  }
  if (bandCount > bands) throw new IngestError(`The file has ${bandCount} bands; at most ${bands} are taken.`)
  const bytes = width * height * bandCount * bytesPerSample
  if (bytes > rawBytes) {
    throw new IngestError(
      `The file holds ${(bytes / 2 ** 30).toFixed(1)} GiB of pixels; at most ${rawBytes / 2 ** 30} GiB are taken.`,
    )
  }
}

/** Blocks without bytes are allowed: GDAL leaves out tiles in which there is nothing. */
function checkComplete({ block, bandCount, separate, offsets, byteCounts }: BlockLayout, fileBytes: number): void {
  const expected = block.across * block.down * (separate ? bandCount : 1)
  if (offsets.length !== expected || byteCounts.length !== expected) {
    throw new IngestError(
      `The file lists ${offsets.length} blocks of pixels where ${expected} are needed; it is damaged.`,
    )
  }
  const beyond = offsets.some((offset, index) => offset + (byteCounts[index] ?? 0) > fileBytes)
  if (beyond) throw new IngestError('The file is cut off: some of its pixels are missing. Copy or download it again.')
}
