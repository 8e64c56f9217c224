import { promisify } from 'node:util'
import { inflate, zstdDecompress } from 'node:zlib'
import { decodeLzw } from '#src/formats/lzw.ts'
import { swapBytes, undoDifferences, undoFloatPredictor } from '#src/formats/tiff-predictors.ts'

const inflateAsync = promisify(inflate)
const zstdAsync = promisify(zstdDecompress)

/** TIFF compression schemes that lose nothing and that Swath reads, by their number. */
export const COMPRESSIONS: Readonly<Record<number, 'none' | 'lzw' | 'deflate' | 'zstd'>> = {
  1: 'none',
  5: 'lzw',
  8: 'deflate',
  32946: 'deflate',
  50000: 'zstd',
}

/** Names of others, for the sentence that refuses them. */
export const OTHER_COMPRESSIONS: Readonly<Record<number, string>> = {
  2: 'CCITT',
  3: 'CCITT',
  4: 'CCITT',
  6: 'JPEG',
  7: 'JPEG',
  32773: 'PackBits',
  34712: 'JPEG 2000',
  34887: 'LERC',
  34925: 'LZMA',
  50001: 'WebP',
  50002: 'JPEG XL',
}

/** How the bytes of one strip or tile become samples. */
export type BlockFormat = {
  compression: number
  predictor: number
  littleEndian: boolean
  bytesPerSample: 1 | 2 | 4 | 8
  /** samples of a pixel in this block: all bands, or 1 when bands lie apart */
  samplesPerPixel: number
  /** pixels of a row */
  width: number
  /** rows of a whole block; a last strip may be stored shorter, or whole */
  height: number
}

/** The samples of a block in the byte order of this machine; `rows` are how many it must have. */
export async function decodeBlock(
  bytes: Uint8Array,
  rows: number,
  format: BlockFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const rowBytes = format.width * format.samplesPerPixel * format.bytesPerSample
  const raw = await decompress(bytes, rowBytes * rows, rowBytes * format.height, format.compression)
  if (raw.length < rowBytes * rows) throw new Error('a block is shorter than it should be')
  if (format.predictor === 3) return undoFloatPredictor(raw, rows, format)
  if (!format.littleEndian) swapBytes(raw, format.bytesPerSample)
  if (format.predictor === 2) undoDifferences(raw, rows, format)
  return raw
}

/** Always a fresh array that starts at its buffer's start, so that it can be seen as wider samples. */
async function decompress(
  bytes: Uint8Array,
  length: number,
  mostBytes: number,
  compression: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const codec = COMPRESSIONS[compression]
  if (codec === 'lzw') return decodeLzw(bytes, length)
  if (codec === 'none') return Uint8Array.from(bytes.subarray(0, length))
  // One output block that takes all: otherwise the thread waits for the main thread again and again.
  const options = { chunkSize: Math.max(64, length), maxOutputLength: mostBytes }
  const raw = codec === 'zstd' ? await zstdAsync(bytes, options) : await inflateAsync(bytes, options)
  return raw.byteOffset === 0 ? raw : Uint8Array.from(raw)
}
