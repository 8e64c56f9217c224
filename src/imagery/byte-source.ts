import { ImageryError } from './raster-info.ts'

/** Something whose bytes can be had piece by piece: a file behind a URL, or one dropped from disk. */
export type ByteSource = {
  /** For messages and for telling sources apart. */
  name: string
  /** Fewer bytes than asked for only at the end of the file. */
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}

export type ByteRange = { offset: number; length: number }

/** Reading a gap of this size costs less than another request. */
const MERGE_GAP_BYTES = 64 << 10
const MAX_MERGED_BYTES = 4 << 20
const REQUESTS_AT_ONCE = 6

/** A file behind a URL that answers range requests (RFC 9110 §14). */
export function urlSource(address: string | (() => string)): ByteSource {
  // Signed addresses change while the file stays the same, so an open file asks for the address of the moment.
  const now = typeof address === 'string' ? () => address : address
  return {
    name: now(),
    async read(offset, length, signal) {
      const range = `bytes=${offset}-${offset + length - 1}`
      const response = await request(now(), { headers: { range }, signal: signal ?? null })
      if (response.status === 416) return new Uint8Array(0)
      if (response.status === 403 || response.status === 401) {
        throw new ImageryError('The address of this picture has expired. Try again to get a fresh one.')
      }
      if (response.status === 404) throw new ImageryError('This picture is no longer there.')
      if (response.status === 206) return new Uint8Array(await response.arrayBuffer())
      // Whoever ignores the range would send the whole file for every tile.
      await response.body?.cancel()
      if (response.ok) throw new ImageryError('This server sends whole files only; pictures need range requests.')
      throw new ImageryError(`The picture could not be read: the server answered with status ${response.status}.`)
    },
  }
}

async function request(url: string, init: RequestInit): Promise<Response> {
  if (!/^https?:/i.test(new URL(url, globalThis.location?.href).protocol)) {
    throw new ImageryError('The service gives no address of this picture that a browser can open.')
  }
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ImageryError('The picture could not be reached. Check the connection, then try again.', { cause: error })
  }
}

/** A file from disk, read where it lies. */
export function fileSource(file: Blob & { name?: string }): ByteSource {
  return {
    name: file.name ?? 'file',
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  }
}

/** Many ranges with few requests: neighbours are read in one piece. Gives the bytes in the order asked. */
export async function readRanges(
  source: ByteSource,
  ranges: readonly ByteRange[],
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const found: Uint8Array<ArrayBuffer>[] = []
  const waiting = mergeRanges(ranges)
  const work = async () => {
    for (let piece = waiting.shift(); piece; piece = waiting.shift()) {
      const bytes = await source.read(piece.offset, piece.length, signal)
      if (bytes.length < piece.length) throw new ImageryError('The file is cut off: some of its pixels are missing.')
      for (const index of piece.of) {
        const { offset, length } = ranges[index]!
        found[index] = bytes.subarray(offset - piece.offset, offset - piece.offset + length)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(REQUESTS_AT_ONCE, waiting.length) }, work))
  return found
}

type MergedRange = ByteRange & { of: number[] }

/** `of` are the indices of the ranges that a merged one covers. */
export function mergeRanges(ranges: readonly ByteRange[]): MergedRange[] {
  const order = ranges.map((_, index) => index).toSorted((a, b) => ranges[a]!.offset - ranges[b]!.offset)
  const merged: MergedRange[] = []
  for (const index of order) {
    const { offset, length } = ranges[index]!
    const last = merged.at(-1)
    const end = offset + length
    if (last && offset - (last.offset + last.length) <= MERGE_GAP_BYTES && end - last.offset <= MAX_MERGED_BYTES) {
      last.length = Math.max(last.length, end - last.offset)
      last.of.push(index)
    } else merged.push({ offset, length, of: [index] })
  }
  return merged
}

/** Keeps what was read, for the directories of a file: they are many small reads that lie close together. */
export function rememberReads(source: ByteSource, blockBytes = 64 << 10): ByteSource {
  const blocks = new Map<number, Promise<Uint8Array<ArrayBuffer>>>()
  return {
    name: source.name,
    async read(offset, length, signal) {
      if (length > blockBytes) return source.read(offset, length, signal)
      const parts: Uint8Array<ArrayBuffer>[] = []
      for (let at = Math.floor(offset / blockBytes) * blockBytes; at < offset + length; at += blockBytes) {
        let block = blocks.get(at)
        if (!block) {
          block = source.read(at, blockBytes, signal)
          blocks.set(at, block)
          // A failed read is no memory worth keeping.
          block.catch(() => blocks.delete(at))
        }
        const bytes = await block
        parts.push(bytes.subarray(Math.max(0, offset - at), Math.max(0, offset + length - at)))
      }
      const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
      parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0)
      return joined
    },
  }
}
