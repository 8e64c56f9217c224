import { FIELD, FIELD_BYTES } from '#src/formats/tiff-tags.ts'

/** One tag; a string is written as zero-terminated UTF-8. */
export type Field = { tag: number; type: number; values: ArrayLike<number> | string }

/**
 * What GDAL looks for behind the file header: all directories come before all pixels, and the tiles of a band lie in
 * row order. Nothing is claimed about leaders and trailers around tiles, because there are none.
 */
const STRUCTURE = 'LAYOUT=IFDS_BEFORE_DATA\nBLOCK_ORDER=ROW_MAJOR\nKNOWN_INCOMPATIBLE_EDITION=NO\n '
const GHOST = `GDAL_STRUCTURAL_METADATA_SIZE=${String(STRUCTURE.length).padStart(6, '0')} bytes\n${STRUCTURE}`

/** Bytes that `encodeTiffHead` needs for these directories. */
export function tiffHeadBytes(directories: readonly Field[][], big: boolean): number {
  return directories.reduce((offset, fields) => directoryEnd(fields, offset, big), firstDirectory(big))
}

/** File header, ghost area and all directories, each followed by its own values; pixels start right behind. */
export function encodeTiffHead(directories: readonly Field[][], big: boolean): Buffer {
  const head = Buffer.alloc(tiffHeadBytes(directories, big))
  let offset = firstDirectory(big)
  if (big) {
    head.set([0x49, 0x49, 43, 0, 8, 0, 0, 0])
    head.writeBigUInt64LE(BigInt(offset), 8)
  } else {
    head.set([0x49, 0x49, 42, 0])
    head.writeUInt32LE(offset, 4)
  }
  head.write(GHOST, big ? 16 : 8, 'latin1')
  directories.forEach((fields, index) => {
    const next = directoryEnd(fields, offset, big)
    writeDirectory(head, fields, offset, index + 1 < directories.length ? next : 0, big)
    offset = next
  })
  return head
}

function firstDirectory(big: boolean): number {
  return even((big ? 16 : 8) + GHOST.length)
}

const entryBytes = (big: boolean) => (big ? 20 : 12)
const inlineBytes = (big: boolean) => (big ? 8 : 4)

function directoryEnd(fields: readonly Field[], offset: number, big: boolean): number {
  let end = offset + (big ? 8 : 2) + fields.length * entryBytes(big) + (big ? 8 : 4)
  for (const field of fields) {
    const { length } = encodeValues(field)
    if (length > inlineBytes(big)) end = even(end) + length
  }
  return even(end)
}

function writeDirectory(head: Buffer, unsorted: readonly Field[], offset: number, next: number, big: boolean): void {
  const fields = unsorted.toSorted((a, b) => a.tag - b.tag)
  const writeOffset = (value: number, at: number) =>
    big ? head.writeBigUInt64LE(BigInt(value), at) : head.writeUInt32LE(value, at)
  let at = big
    ? Number(head.writeBigUInt64LE(BigInt(fields.length), offset))
    : head.writeUInt16LE(fields.length, offset)
  let valuesAt = at + fields.length * entryBytes(big) + (big ? 8 : 4)
  for (const field of fields) {
    const bytes = encodeValues(field)
    head.writeUInt16LE(field.tag, at)
    head.writeUInt16LE(field.type, at + 2)
    writeOffset(bytes.length / (FIELD_BYTES[field.type] ?? 1), at + 4)
    const valueAt = at + (big ? 12 : 8)
    if (bytes.length <= inlineBytes(big)) {
      bytes.copy(head, valueAt)
    } else {
      valuesAt = even(valuesAt)
      writeOffset(valuesAt, valueAt)
      bytes.copy(head, valuesAt)
      valuesAt += bytes.length
    }
    at += entryBytes(big)
  }
  writeOffset(next, at)
}

function encodeValues({ type, values }: Field): Buffer {
  if (typeof values === 'string') return Buffer.from(`${values}\0`, 'utf8')
  const bytes = Buffer.alloc(values.length * (FIELD_BYTES[type] ?? 1))
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0
    if (type === FIELD.short) bytes.writeUInt16LE(value, index * 2)
    else if (type === FIELD.long) bytes.writeUInt32LE(value, index * 4)
    else if (type === FIELD.double) bytes.writeDoubleLE(value, index * 8)
    else if (type === FIELD.long8) bytes.writeBigUInt64LE(BigInt(value), index * 8)
    else throw new Error(`no encoding for TIFF field type ${type}`)
  }
  return bytes
}

function even(offset: number): number {
  return offset + (offset % 2)
}
