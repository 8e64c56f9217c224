import type { FileHandle } from 'node:fs/promises'
import { readFully } from './file-bytes.ts'
import { FIELD, FIELD_BYTES } from './tiff-tags.ts'

/** The tags of one directory; text without its closing zero. */
export type Directory = Map<number, number[] | string>

/** A COG has all its directories in front; they are read in blocks of this size. */
const HEAD_BLOCK = 64 << 10

/** All directories of a little-endian TIFF or BigTIFF, in their order. Tags of other types are passed over. */
export async function readDirectories(file: FileHandle): Promise<Directory[]> {
  const { size } = await file.stat()
  let head = Buffer.alloc(0)
  /** Makes sure that the head reaches to `end`, reading from the start so that offsets stay those of the file. */
  async function reach(end: number): Promise<void> {
    if (end <= head.length) return
    if (end > size) throw new Error('the file is cut off inside its directories')
    const longer = Buffer.alloc(Math.min(size, Math.max(end, head.length * 2, HEAD_BLOCK)))
    head.copy(longer)
    await readFully(file, longer.subarray(head.length), head.length)
    head = longer
  }

  await reach(8)
  const magic = head.readUInt16LE(2)
  if (head.toString('latin1', 0, 2) !== 'II' || (magic !== 42 && magic !== 43)) {
    throw new Error('not a little-endian TIFF')
  }
  const big = magic === 43
  const offsetAt = (at: number) => (big ? Number(head.readBigUInt64LE(at)) : head.readUInt32LE(at))
  await reach(big ? 16 : 8)

  const directories: Directory[] = []
  for (let offset = offsetAt(big ? 8 : 4); offset !== 0;) {
    await reach(offset + 8)
    const count = big ? Number(head.readBigUInt64LE(offset)) : head.readUInt16LE(offset)
    const first = offset + (big ? 8 : 2)
    const entry = big ? 20 : 12
    await reach(first + count * entry + (big ? 8 : 4))
    const directory: Directory = new Map()
    for (let at = first; at < first + count * entry; at += entry) {
      const type = head.readUInt16LE(at + 2)
      const length = offsetAt(at + 4) * (FIELD_BYTES[type] ?? 0)
      if (length === 0) continue
      const inline = at + (big ? 12 : 8)
      const valuesAt = length <= (big ? 8 : 4) ? inline : offsetAt(inline)
      await reach(valuesAt + length)
      directory.set(head.readUInt16LE(at), decodeValues(head.subarray(valuesAt, valuesAt + length), type))
    }
    directories.push(directory)
    offset = offsetAt(first + count * entry)
    if (directories.length > 64) throw new Error('the directories of the file do not end')
  }
  return directories
}

function decodeValues(bytes: Buffer, type: number): number[] | string {
  if (type === FIELD.ascii) return bytes.toString('utf8').replace(/\0[\s\S]*$/, '')
  const width = FIELD_BYTES[type] ?? 1
  return Array.from({ length: bytes.length / width }, (_, index) => {
    const at = index * width
    if (type === FIELD.double) return bytes.readDoubleLE(at)
    if (type === FIELD.long8) return Number(bytes.readBigUInt64LE(at))
    return bytes.readUIntLE(at, width)
  })
}
