import { swapBytes, undoDifferences, undoFloatPredictor } from '#src/formats/tiff-predictors.ts'
import { compressionName, isReadable, unpack } from './compression.ts'
import type { SampleType } from './raster-info.ts'

/** How samples are stored in a file. `bit` is a mask. */
export type StoredSample =
  | 'bit'
  | 'uint8'
  | 'int8'
  | 'uint16'
  | 'int16'
  | 'uint32'
  | 'int32'
  | 'float16'
  | 'float32'
  | 'float64'

export const storedSamples: readonly StoredSample[] = [
  'uint8',
  'int8',
  'uint16',
  'int16',
  'uint32',
  'int32',
  'float16',
  'float32',
  'float64',
]

/** How the blocks (tiles or strips) of one level are packed. */
export type BlockLayout = {
  compression: number
  predictor: number
  stored: StoredSample
  littleEndian: boolean
  width: number
  height: number
  /** Samples of each pixel in this block: all bands, or 1 where each band has blocks of its own. */
  samplesPerPixel: number
  /** The bands of a row follow each other (ENVI's BIL) instead of those of a pixel. */
  isByLine: boolean
  /** What blocks hold that the file leaves out. */
  fill: number
}

/** The samples of one block as they were stored, all exact. */
export type BlockSamples =
  | Uint8Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

/** What shows these samples on the screen. */
export function sampleTypeOf(stored: StoredSample): SampleType {
  if (stored === 'bit') return 'uint8'
  if (stored === 'uint8' || stored === 'uint16' || stored === 'int16') return stored
  return stored === 'int8' ? 'int16' : 'float32'
}

/** Of one sample once unpacked. */
export function bytesPerSample(stored: StoredSample): 1 | 2 | 4 | 8 {
  if (stored === 'bit' || stored === 'uint8' || stored === 'int8') return 1
  if (stored === 'uint16' || stored === 'int16') return 2
  return stored === 'float64' ? 8 : 4
}

/** Why blocks packed like this can not be read, or undefined when they can. */
export function unreadable({ compression, predictor, stored }: BlockLayout): string | undefined {
  if (!isReadable(compression)) {
    return `Its compression (${compressionName(compression)}) is not supported. Save it with DEFLATE, LZW, ZSTD or uncompressed.`
  }
  const isFloat = stored === 'float16' || stored === 'float32' || stored === 'float64'
  if (predictor === 3 && !isFloat) return 'Its predictor is for floating point, its samples are whole numbers.'
  return predictor >= 1 && predictor <= 3 ? undefined : `Its predictor (number ${predictor}) is not known.`
}

/**
 * Unpacks the first `rows` rows of a block: those that lie in the picture.
 * @throws ImageryError when the block is damaged.
 */
export async function decodeBlock(
  packed: Uint8Array<ArrayBuffer>,
  layout: BlockLayout,
  rows = layout.height,
): Promise<BlockSamples> {
  const { width, height, samplesPerPixel, stored, predictor, compression, littleEndian } = layout
  if (stored === 'bit') {
    const rowBytes = Math.ceil((width * samplesPerPixel) / 8)
    return expandBits(
      await unpack(packed, compression, rowBytes * rows, rowBytes * height),
      width * samplesPerPixel,
      rows,
    )
  }
  const size = stored === 'float16' ? 2 : bytesPerSample(stored)
  const rowBytes = width * samplesPerPixel * size
  const bytes = await unpack(packed, compression, rowBytes * rows, rowBytes * height)
  const shape = { width, samplesPerPixel, bytesPerSample: size }
  if (predictor === 3) return viewAs(undoFloatPredictor(bytes, rows, shape), stored)
  // All machines that browsers run on are little-endian.
  if (!littleEndian) swapBytes(bytes, size)
  if (predictor === 2) undoDifferences(bytes, rows, shape)
  return viewAs(bytes, stored)
}

/** A block that the file leaves out. */
export function emptyBlock({ width, height, samplesPerPixel, stored, fill }: BlockLayout): BlockSamples {
  const bytes = new Uint8Array(width * height * samplesPerPixel * bytesPerSample(stored))
  return viewAs(bytes, stored === 'float16' ? 'float32' : stored).fill(fill)
}

function viewAs({ buffer }: Uint8Array<ArrayBuffer>, stored: StoredSample): BlockSamples {
  switch (stored) {
    case 'bit':
    case 'uint8':
      return new Uint8Array(buffer)
    case 'int8':
      return new Int8Array(buffer)
    case 'uint16':
      return new Uint16Array(buffer)
    case 'int16':
      return new Int16Array(buffer)
    case 'uint32':
      return new Uint32Array(buffer)
    case 'int32':
      return new Int32Array(buffer)
    case 'float16':
      return Float32Array.from(new Uint16Array(buffer), halfToNumber)
    case 'float32':
      return new Float32Array(buffer)
    case 'float64':
      return new Float64Array(buffer)
  }
}

/** IEEE 754 binary16. */
function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >> 10) & 31
  const fraction = half & 1023
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction ? NaN : sign * Infinity
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

/** Rows of bits start at whole bytes, the highest bit first. */
function expandBits(bytes: Uint8Array, width: number, rows: number): Uint8Array<ArrayBuffer> {
  const rowBytes = Math.ceil(width / 8)
  const expanded = new Uint8Array(width * rows)
  for (let row = 0; row < rows; row++) {
    for (let x = 0; x < width; x++) {
      expanded[row * width + x] = (bytes[row * rowBytes + (x >> 3)]! >> (7 - (x & 7))) & 1
    }
  }
  return expanded
}
