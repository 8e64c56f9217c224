import type { FileHandle } from 'node:fs/promises'
import { readFully } from './file-bytes.ts'
import { FIELD, FIELD_BYTES } from './tiff-tags.ts'

/** The tags of one directory; text without its closing zero. */
export type Directory = Map<number, number[] | string>

export type TiffHead = { littleEndian: boolean; directories: Directory[] }

/** Thrown when a file is no TIFF, or its directories are not all there. */
export class TiffError extends Error {
  override readonly name = 'TiffError'
}

/** Tags lie close together, so they are read in blocks of this size. */
const BLOCK_BYTES = 64 << 10

/** All directories of a TIFF or BigTIFF of either byte order. Tags of types that Swath has no use for are passed over. */
export async function readDirectories(file: FileHandle): Promise<TiffHead> {
  const bytesAt = createBlockReader(file, (await file.stat()).size)
  const start = await bytesAt(0, 8)
  const order = start.toString('latin1', 0, 2)
  const littleEndian = order === 'II'
  const magic = littleEndian ? start.readUInt16LE(2) : start.readUInt16BE(2)
  if ((!littleEndian && order !== 'MM') || (magic !== 42 && magic !== 43)) throw new TiffError('it is not a TIFF file')
  const big = magic === 43
  const offsetIn = (bytes: Buffer, at: number) => valueAt(bytes, at, big ? FIELD.long8 : FIELD.long, littleEndian)

  const directories: Directory[] = []
  let offset = big ? offsetIn(await bytesAt(8, 8), 0) : offsetIn(start, 4)
  while (offset !== 0) {
    const counted = await bytesAt(offset, big ? 8 : 2)
    const count = valueAt(counted, 0, big ? FIELD.long8 : FIELD.short, littleEndian)
    const entryBytes = big ? 20 : 12
    const entries = await bytesAt(offset + counted.length, count * entryBytes + (big ? 8 : 4))
    const directory: Directory = new Map()
    for (let at = 0; at < count * entryBytes; at += entryBytes) {
      const type = valueAt(entries, at + 2, FIELD.short, littleEndian)
      const length = offsetIn(entries, at + 4) * (FIELD_BYTES[type] ?? 0)
      if (length === 0) continue
      const inline = entries.subarray(at + (big ? 12 : 8), at + entryBytes)
      const values = length <= inline.length ? inline.subarray(0, length) : await bytesAt(offsetIn(inline, 0), length)
      directory.set(valueAt(entries, at, FIELD.short, littleEndian), decodeValues(values, type, littleEndian))
    }
    directories.push(directory)
    offset = offsetIn(entries, count * entryBytes)
    if (directories.length > 64) throw new TiffError('its directories do not end')
  }
  return { littleEndian, directories }
}

/** The numbers of a tag, or none. */
export function numbers(directory: Directory, tag: number): number[] {
  const values = directory.get(tag)
  return Array.isArray(values) ? values : []
}

/** The text of a tag, or an empty one. */
export function text(directory: Directory, tag: number): string {
  const value = directory.get(tag)
  return typeof value === 'string' ? value : ''
}

/** Answers from the last block when it can. What it gives is valid until the next call reads another block. */
function createBlockReader(file: FileHandle, size: number): (offset: number, length: number) => Promise<Buffer> {
  let block = Buffer.alloc(0)
  let blockStart = 0
  return async (offset, length) => {
    if (offset + length > size) throw new TiffError('the file is cut off inside its directories')
    if (offset < blockStart || offset + length > blockStart + block.length) {
      block = Buffer.alloc(Math.min(size - offset, Math.max(length, BLOCK_BYTES)))
      blockStart = offset
      await readFully(file, block, offset)
    }
    return block.subarray(offset - blockStart, offset - blockStart + length)
  }
}

function decodeValues(bytes: Buffer, type: number, littleEndian: boolean): number[] | string {
  if (type === FIELD.ascii) return bytes.toString('utf8').replace(/\0[\s\S]*$/, '')
  const width = FIELD_BYTES[type] ?? 1
  return Array.from({ length: bytes.length / width }, (_, index) => valueAt(bytes, index * width, type, littleEndian))
}

function valueAt(bytes: Buffer, at: number, type: number, littleEndian: boolean): number {
  if (type === FIELD.double) return littleEndian ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at)
  if (type === FIELD.long8) return Number(littleEndian ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at))
  const width = FIELD_BYTES[type] ?? 1
  return littleEndian ? bytes.readUIntLE(at, width) : bytes.readUIntBE(at, width)
}
