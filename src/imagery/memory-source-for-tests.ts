import type { ByteSource } from './byte-source.ts'

/** A file in memory that keeps account of what was read. */
export type MemorySource = ByteSource & { reads: { offset: number; length: number }[]; bytesRead: () => number }

export function memorySource(
  bytes: Uint8Array<ArrayBuffer>,
  { name = 'file.tif', knowsSize = true } = {},
): MemorySource {
  const reads: { offset: number; length: number }[] = []
  return {
    name,
    reads,
    bytesRead: () => reads.reduce((sum, { length }) => sum + length, 0),
    size: () => (knowsSize ? bytes.length : undefined),
    async read(offset, length, signal) {
      signal?.throwIfAborted()
      const part = bytes.slice(offset, offset + length)
      reads.push({ offset, length: part.length })
      return part
    },
  }
}

// The app's type settings know nothing of Node, so its module is named in a way they do not follow.
const nodeFiles = 'node:fs/promises'

export async function fixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const { readFile }: { readFile: (file: URL) => Promise<Uint8Array<ArrayBuffer>> } = await import(nodeFiles)
  return new Uint8Array(await readFile(new URL(`fixtures/${name}`, import.meta.url)))
}
