import { FIELD, FIELD_BYTES } from './tiff-tags.ts'

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

/** File header, ghost area and all directories, each followed by its own values; pixels start right behind. Little-endian. */
export function encodeTiffHead(directories: readonly Field[][], big: boolean): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(tiffHeadBytes(directories, big))
  const view = new DataView(head.buffer)
  let offset = firstDirectory(big)
  head.set(big ? [0x49, 0x49, 43, 0, 8, 0, 0, 0] : [0x49, 0x49, 42, 0])
  setOffset(view, big ? 8 : 4, offset, big)
  head.set(utf8.encode(GHOST), big ? 16 : 8)
  directories.forEach((fields, index) => {
    const next = directoryEnd(fields, offset, big)
    writeDirectory(view, fields, offset, index + 1 < directories.length ? next : 0, big)
    offset = next
  })
  return head
}

const utf8 = new TextEncoder()

function setOffset(view: DataView, at: number, value: number, big: boolean): void {
  if (big) view.setBigUint64(at, BigInt(value), true)
  else view.setUint32(at, value, true)
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

function writeDirectory(view: DataView, unsorted: readonly Field[], offset: number, next: number, big: boolean): void {
  const fields = unsorted.toSorted((a, b) => a.tag - b.tag)
  const bytesOf = new Uint8Array(view.buffer)
  if (big) view.setBigUint64(offset, BigInt(fields.length), true)
  else view.setUint16(offset, fields.length, true)
  let at = offset + (big ? 8 : 2)
  let valuesAt = at + fields.length * entryBytes(big) + (big ? 8 : 4)
  for (const field of fields) {
    const bytes = encodeValues(field)
    view.setUint16(at, field.tag, true)
    view.setUint16(at + 2, field.type, true)
    setOffset(view, at + 4, bytes.length / (FIELD_BYTES[field.type] ?? 1), big)
    const valueAt = at + (big ? 12 : 8)
    if (bytes.length <= inlineBytes(big)) {
      bytesOf.set(bytes, valueAt)
    } else {
      valuesAt = even(valuesAt)
      setOffset(view, valueAt, valuesAt, big)
      bytesOf.set(bytes, valuesAt)
      valuesAt += bytes.length
    }
    at += entryBytes(big)
  }
  setOffset(view, at, next, big)
}

function encodeValues({ type, values }: Field): Uint8Array {
  if (typeof values === 'string') return utf8.encode(`${values}\0`)
  const bytes = new Uint8Array(values.length * (FIELD_BYTES[type] ?? 1))
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0
    if (type === FIELD.short) view.setUint16(index * 2, value, true)
    else if (type === FIELD.long) view.setUint32(index * 4, value, true)
    else if (type === FIELD.double) view.setFloat64(index * 8, value, true)
    else if (type === FIELD.long8) view.setBigUint64(index * 8, BigInt(value), true)
    else throw new Error(`no encoding for TIFF field type ${type}`)
  }
  return bytes
}

function even(offset: number): number {
  return offset + (offset % 2)
}
