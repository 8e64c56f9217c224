import { decodeLzw } from '#src/formats/lzw.ts'
import { decodePackBits } from '#src/formats/packbits.ts'
import { ImageryError } from './raster-info.ts'

/** TIFF compression schemes that are read here, by number. */
const READABLE: Readonly<Record<number, string>> = {
  1: 'none',
  5: 'LZW',
  8: 'DEFLATE',
  32773: 'PackBits',
  32946: 'DEFLATE',
  50000: 'ZSTD',
}

/** Others, for the sentence that refuses them. */
const OTHERS: Readonly<Record<number, string>> = {
  2: 'CCITT',
  3: 'CCITT fax',
  4: 'CCITT fax',
  6: 'JPEG',
  7: 'JPEG',
  34712: 'JPEG 2000',
  34887: 'LERC',
  34925: 'LZMA',
  50001: 'WebP',
  50002: 'JPEG XL',
}

export function isReadable(compression: number): boolean {
  return compression in READABLE
}

export function compressionName(compression: number): string {
  return READABLE[compression] ?? OTHERS[compression] ?? `number ${compression}`
}

/**
 * The first `length` bytes of what was packed, of at most `whole`, in a buffer of their own. A block that would unpack to
 * more costs no more. @throws ImageryError when the block is damaged or too short.
 */
export async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  compression: number,
  length: number,
  whole = length,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes = await unpacked(packed, compression, length, whole)
    if (bytes.length === length) return bytes
  } catch (error) {
    throw new ImageryError('The file is damaged: a block of its pixels can not be unpacked.', { cause: error })
  }
  throw new ImageryError('The file is damaged: a block of its pixels is too short.')
}

async function unpacked(packed: Uint8Array<ArrayBuffer>, compression: number, length: number, whole: number) {
  switch (compression) {
    case 1:
      return packed.slice(0, length)
    case 5:
      return decodeLzw(packed, length)
    case 32773:
      return decodePackBits(packed, length)
    case 50000: {
      // Loaded with the first file that needs it. It writes into the given buffer and never beyond, but always all.
      const { decompress } = await import('fzstd')
      const bytes = new Uint8Array(whole)
      decompress(packed, bytes)
      return length === whole ? bytes : bytes.slice(0, length)
    }
    default:
      return inflate(packed, length)
  }
}

/** The browser's own inflate, read no further than wanted: what follows the pixels is not looked at. */
async function inflate(packed: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new DecompressionStream('deflate')
  const writer = stream.writable.getWriter()
  // Damage shows where the bytes are read; damage after the last pixel is of no interest.
  writer.write(packed).catch(() => undefined)
  writer.close().catch(() => undefined)
  const reader = stream.readable.getReader()
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { done, value } = await reader.read()
    if (done) break
    const part = value.subarray(0, length - filled)
    bytes.set(part, filled)
    filled += part.length
  }
  reader.cancel().catch(() => undefined)
  return bytes.subarray(0, filled)
}
