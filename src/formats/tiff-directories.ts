import { FIELD, FIELD_BYTES } from './tiff-tags.ts'

/** Fewer bytes than asked for only at the end of the file. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array>

/** The tags of one directory; text without its closing zero. A tag that was left where it lies is a `TagPlace`. */
export type Directory = Map<number, number[] | string | TagPlace>

/** Where the values of a long tag lie in the file. */
export type TagPlace = { type: number; count: number; offset: number }

export type TiffHead = { littleEndian: boolean; directories: Directory[] }

/** Thrown when a file is no TIFF, or its directories are not all there. */
export class TiffError extends Error {
  override readonly name = 'TiffError'
}

/** Tags lie close together, so they are read in blocks of this size: all of those of 150 bands with their wavelengths. */
const BLOCK_BYTES = 96 << 10
/** A file has a directory for each overview and mask; more than this are no picture. */
const MAX_DIRECTORIES = 64
const MAX_ENTRIES = 4096
/** Of one tag. The metadata of 400 bands is a tenth of it. */
const MAX_TAG_BYTES = 16 << 20

/**
 * All directories of a TIFF or BigTIFF of either byte order. Tags of types that Swath has no use for are passed over;
 * those of `leave` stay in the file, for `readPlace`, unless they fit into their entry.
 */
export async function readDirectories(
  read: ReadBytes,
  { leave = new Set() }: { leave?: ReadonlySet<number> } = {},
): Promise<TiffHead> {
  const bytesAt = wholeBytes(rememberBlocks(read))
  const start = await bytesAt(0, 8)
  const order = start.getUint16(0)
  const littleEndian = order === 0x4949
  const magic = start.getUint16(2, littleEndian)
  if ((!littleEndian && order !== 0x4d4d) || (magic !== 42 && magic !== 43))
    throw new TiffError('it is not a TIFF file')
  const big = magic === 43
  const offsetIn = (view: DataView, at: number) => valueAt(view, at, big ? FIELD.long8 : FIELD.long, littleEndian)

  const directories: Directory[] = []
  const visited = new Set<number>()
  let offset = big ? offsetIn(await bytesAt(8, 8), 0) : offsetIn(start, 4)
  while (offset !== 0) {
    if (visited.has(offset) || visited.size >= MAX_DIRECTORIES) throw new TiffError('its directories do not end')
    visited.add(offset)
    const counted = await bytesAt(offset, big ? 8 : 2)
    const count = valueAt(counted, 0, big ? FIELD.long8 : FIELD.short, littleEndian)
    if (count > MAX_ENTRIES) throw new TiffError(`a directory claims ${count} entries`)
    const entryBytes = big ? 20 : 12
    const entries = await bytesAt(offset + counted.byteLength, count * entryBytes + (big ? 8 : 4))
    const directory: Directory = new Map()
    for (let at = 0; at < count * entryBytes; at += entryBytes) {
      const tag = entries.getUint16(at, littleEndian)
      const type = entries.getUint16(at + 2, littleEndian)
      const valueCount = offsetIn(entries, at + 4)
      const length = valueCount * (FIELD_BYTES[type] ?? 0)
      if (length === 0) continue
      const valueStart = at + (big ? 12 : 8)
      const place: TagPlace = { type, count: valueCount, offset: 0 }
      if (length <= (big ? 8 : 4)) {
        directory.set(
          tag,
          decodeValues(new DataView(entries.buffer, entries.byteOffset + valueStart, length), place, littleEndian),
        )
        continue
      }
      place.offset = offsetIn(entries, valueStart)
      if (leave.has(tag)) directory.set(tag, place)
      else directory.set(tag, await readValues(bytesAt, place, littleEndian))
    }
    directories.push(directory)
    offset = offsetIn(entries, count * entryBytes)
  }
  return { littleEndian, directories }
}

/** The numbers of a tag that was left in the file. */
export async function readPlace(read: ReadBytes, place: TagPlace, littleEndian: boolean): Promise<number[]> {
  const values = await readValues(wholeBytes(read), place, littleEndian, Infinity)
  return typeof values === 'string' ? [] : values
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

/** Keeps what was read: the tags of a file are many small pieces that lie close together. Long reads pass through. */
export function rememberBlocks(read: ReadBytes): ReadBytes {
  const blocks: { start: number; bytes: Uint8Array }[] = []
  return async (offset, length) => {
    if (length > BLOCK_BYTES) return read(offset, length)
    const known = blocks.find(({ start, bytes }) => offset >= start && offset + length <= start + bytes.length)
    if (known) return known.bytes.subarray(offset - known.start, offset - known.start + length)
    const bytes = await read(offset, BLOCK_BYTES)
    blocks.push({ start: offset, bytes })
    return bytes.subarray(0, length)
  }
}

type ReadView = (offset: number, length: number) => Promise<DataView>

function wholeBytes(read: ReadBytes): ReadView {
  return async (offset, length) => {
    const bytes = await read(offset, length)
    if (bytes.length < length) {
      throw new TiffError(`the file is cut off inside its directories, at byte ${offset + bytes.length}`)
    }
    return new DataView(bytes.buffer, bytes.byteOffset, length)
  }
}

async function readValues(
  bytesAt: ReadView,
  place: TagPlace,
  littleEndian: boolean,
  mostBytes = MAX_TAG_BYTES,
): Promise<number[] | string> {
  const length = place.count * (FIELD_BYTES[place.type] ?? 1)
  if (length > mostBytes) throw new TiffError(`one of its tags claims to be ${length} bytes long`)
  return decodeValues(await bytesAt(place.offset, length), place, littleEndian)
}

function decodeValues(view: DataView, { type, count }: TagPlace, littleEndian: boolean): number[] | string {
  if (type === FIELD.ascii) {
    return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset, count)).replace(/\0[\s\S]*$/, '')
  }
  const width = FIELD_BYTES[type] ?? 1
  return Array.from({ length: count }, (_, index) => valueAt(view, index * width, type, littleEndian))
}

function valueAt(view: DataView, at: number, type: number, littleEndian: boolean): number {
  switch (type) {
    case FIELD.short:
      return view.getUint16(at, littleEndian)
    case FIELD.long:
    case FIELD.directory:
      return view.getUint32(at, littleEndian)
    case FIELD.signedByte:
      return view.getInt8(at)
    case FIELD.signedShort:
      return view.getInt16(at, littleEndian)
    case FIELD.signedLong:
      return view.getInt32(at, littleEndian)
    case FIELD.float:
      return view.getFloat32(at, littleEndian)
    case FIELD.double:
      return view.getFloat64(at, littleEndian)
    case FIELD.long8:
    case FIELD.directory8:
      return Number(view.getBigUint64(at, littleEndian))
    case FIELD.signedLong8:
      return Number(view.getBigInt64(at, littleEndian))
    default:
      return view.getUint8(at)
  }
}
