import type { FileHandle } from 'node:fs/promises'
import { open, stat } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { writeAtomically } from './atomic-file.ts'
import { writeFully } from './file-bytes.ts'

/** A file of the archive: bytes at hand, or a file to be copied. */
export type ZipEntry = { name: string } & ({ bytes: Uint8Array } | { path: string })

export type ZipOptions = {
  /** the time stamp of all entries, so that the same content gives the same bytes; ZIP counts from 1980 in 2 s */
  modified: Date
  onProgress?: (fraction: number) => void
  signal?: AbortSignal
}

const COPY_BYTES = 4 << 20
const MAX_32 = 0xffff_ffff
const MAX_NAME_BYTES = 512
/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800
const VERSION_20 = 20
const VERSION_ZIP64 = 45

type Written = { name: Buffer; size: number; crc: number; offset: number }

/**
 * Writes a ZIP of stored (not compressed again) entries, in ZIP64 where sizes ask for it (PKWARE APPNOTE 6.3). Sizes
 * are known beforehand and checksums are put into the local headers afterwards, so no entry needs a data descriptor,
 * which some readers do not take with stored entries.
 */
export async function writeZip(
  path: string,
  entries: readonly ZipEntry[],
  options: ZipOptions,
): Promise<{ bytes: number }> {
  checkNames(entries.map((entry) => entry.name))
  const sizes = await Promise.all(
    entries.map(async (entry) => ('bytes' in entry ? entry.bytes.length : (await stat(entry.path)).size)),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const stamp = dosTime(options.modified)
  return writeAtomically(path, async (file) => {
    const written: Written[] = []
    let offset = 0
    let copied = 0
    for (const [index, entry] of entries.entries()) {
      const record: Written = { name: Buffer.from(entry.name), size: sizes[index] ?? 0, crc: 0, offset }
      const headerBytes = localHeader(record, stamp).length
      const from = offset + headerBytes
      for await (const block of blocksOf(entry)) {
        options.signal?.throwIfAborted()
        await writeFully(file, block, offset + headerBytes)
        record.crc = crc32(block, record.crc)
        offset += block.length
        copied += block.length
        options.onProgress?.(copied / Math.max(1, total))
      }
      offset += headerBytes
      if (offset - from !== record.size) throw new Error(`${entry.name} changed its size while it was being packed`)
      await writeFully(file, localHeader(record, stamp), record.offset)
      written.push(record)
    }
    const directory = Buffer.concat(written.map((record) => centralHeader(record, stamp)))
    await writeFully(file, directory, offset)
    const end = endOfDirectory(written.length, directory.length, offset)
    await writeFully(file, end, offset + directory.length)
    options.onProgress?.(1)
    return { bytes: offset + directory.length + end.length }
  })
}

async function* blocksOf(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if ('bytes' in entry) {
    yield entry.bytes
    return
  }
  let source: FileHandle | undefined
  try {
    source = await open(entry.path, 'r')
    const block = Buffer.allocUnsafe(COPY_BYTES)
    for (;;) {
      const { bytesRead } = await source.read(block, 0, block.length, null)
      if (bytesRead === 0) return
      yield block.subarray(0, bytesRead)
    }
  } finally {
    await source?.close()
  }
}

/** Relative, forward slashes, no way out of the folder into which someone unpacks, each name once. */
function checkNames(names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    const parts = name.split('/')
    const odd = parts.some((part) => part === '' || part === '.' || part === '..')
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    if (odd || /[\u0000-\u001f\u007f\\:]/.test(name)) throw new Error(`"${name}" is not a safe name inside a ZIP`)
    if (Buffer.byteLength(name) > MAX_NAME_BYTES)
      throw new Error(`a name inside the ZIP is longer than ${MAX_NAME_BYTES} bytes`)
    if (seen.has(name)) throw new Error(`"${name}" is twice in the ZIP`)
    seen.add(name)
  }
}

type DosTime = { date: number; time: number }

function dosTime(at: Date): DosTime {
  const year = at.getUTCFullYear()
  if (!(year >= 1980 && year <= 2107)) return { date: 0x21, time: 0 }
  return {
    date: ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  }
}

function localHeader({ name, size, crc }: Written, { date, time }: DosTime): Buffer {
  const large = size >= MAX_32
  const extra = large ? zip64Extra([size, size]) : Buffer.alloc(0)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x0403_4b50, 0)
  header.writeUInt16LE(large ? VERSION_ZIP64 : VERSION_20, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(time, 10)
  header.writeUInt16LE(date, 12)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(large ? MAX_32 : size, 18)
  header.writeUInt32LE(large ? MAX_32 : size, 22)
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

function centralHeader({ name, size, crc, offset }: Written, { date, time }: DosTime): Buffer {
  const largeSize = size >= MAX_32
  const largeOffset = offset >= MAX_32
  const extra = zip64Extra([...(largeSize ? [size, size] : []), ...(largeOffset ? [offset] : [])])
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x0201_4b50, 0)
  // Made by: 3 = Unix, so that the permissions below count.
  header.writeUInt16LE((3 << 8) | VERSION_ZIP64, 4)
  header.writeUInt16LE(largeSize || largeOffset ? VERSION_ZIP64 : VERSION_20, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(time, 12)
  header.writeUInt16LE(date, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(largeSize ? MAX_32 : size, 20)
  header.writeUInt32LE(largeSize ? MAX_32 : size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  // A plain file, rw-r--r--.
  header.writeUInt32LE(0o100644 * 0x1_0000, 38)
  header.writeUInt32LE(largeOffset ? MAX_32 : offset, 42)
  return Buffer.concat([header, name, extra])
}

function zip64Extra(values: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0)
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + index * 8))
  return extra
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const large = count >= 0xffff || size >= MAX_32 || offset >= MAX_32
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(Math.min(size, MAX_32), 12)
  end.writeUInt32LE(Math.min(offset, MAX_32), 16)
  if (!large) return end
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x0606_4b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE((3 << 8) | VERSION_ZIP64, 12)
  record.writeUInt16LE(VERSION_ZIP64, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x0706_4b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator, end])
}
