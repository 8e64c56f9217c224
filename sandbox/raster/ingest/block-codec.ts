import { promisify } from 'node:util'
import { inflate, zstdDecompress } from 'node:zlib'
import { decodeLzw } from '#src/raster-formats/lzw.ts'

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
  if (format.predictor === 3) return undoFloatPredictor(raw, rows, rowBytes, format)
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

function swapBytes(raw: Uint8Array, bytesPerSample: number): void {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length - (raw.length % bytesPerSample))
  if (bytesPerSample === 2) bytes.swap16()
  else if (bytesPerSample === 4) bytes.swap32()
  else if (bytesPerSample === 8) bytes.swap64()
}

/** TIFF 6.0, section 14: each sample is the difference to that of the pixel to its left. */
function undoDifferences(
  raw: Uint8Array<ArrayBuffer>,
  rows: number,
  { bytesPerSample, samplesPerPixel, width }: BlockFormat,
): void {
  const perRow = width * samplesPerPixel
  if (bytesPerSample === 8) {
    const words = new BigUint64Array(raw.buffer, 0, perRow * rows)
    for (let start = 0; start < words.length; start += perRow) {
      for (let index = start + samplesPerPixel; index < start + perRow; index += 1) {
        words[index] = (words[index] ?? 0n) + (words[index - samplesPerPixel] ?? 0n)
      }
    }
    return
  }
  const Words = bytesPerSample === 1 ? Uint8Array : bytesPerSample === 2 ? Uint16Array : Uint32Array
  const words = new Words(raw.buffer, 0, perRow * rows)
  for (let start = 0; start < words.length; start += perRow) {
    for (let index = start + samplesPerPixel; index < start + perRow; index += 1) {
      words[index] = (words[index] ?? 0) + (words[index - samplesPerPixel] ?? 0)
    }
  }
}

/** Adobe Technical Note 3: bytes of a row sorted by significance (highest first, whatever the file's order), then differenced. */
function undoFloatPredictor(
  raw: Uint8Array<ArrayBuffer>,
  rows: number,
  rowBytes: number,
  { bytesPerSample, samplesPerPixel }: BlockFormat,
): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(rowBytes * rows)
  const perRow = rowBytes / bytesPerSample
  for (let start = 0; start < result.length; start += rowBytes) {
    for (let index = start + samplesPerPixel; index < start + rowBytes; index += 1) {
      raw[index] = (raw[index] ?? 0) + (raw[index - samplesPerPixel] ?? 0)
    }
    for (let plane = 0; plane < bytesPerSample; plane += 1) {
      const significance = bytesPerSample - 1 - plane
      for (let sample = 0; sample < perRow; sample += 1) {
        result[start + sample * bytesPerSample + significance] = raw[start + plane * perRow + sample] ?? 0
      }
    }
  }
  return result
}
