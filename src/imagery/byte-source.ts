import { changeUsage } from './imagery-usage.ts'
import { ImageryError } from './raster-info.ts'

/** Something whose bytes can be had piece by piece: a file behind a URL, or one dropped from disk. */
export type ByteSource = {
  /** For messages. */
  name: string
  /** Of the whole file; undefined while that is not known. */
  size: () => number | undefined
  /** Fewer bytes than asked for only at the end of the file. @throws ImageryError */
  read: (offset: number, length: number, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
}

/** A file from disk, read where it lies: never copied as a whole, never sent anywhere. */
export function fileSource(file: File): ByteSource {
  return {
    name: file.name,
    size: () => file.size,
    async read(offset, length) {
      try {
        return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer())
      } catch (error) {
        // The browser remembers when a file was chosen, and refuses to read one that has changed since.
        throw new ImageryError(`${file.name} can not be read any more: it was moved or changed. Choose it again.`, {
          cause: error,
        })
      }
    },
  }
}

/** The same, each read counted in what the page is told about its use of memory and network. */
export function countedSource(source: ByteSource): ByteSource {
  return {
    ...source,
    async read(offset, length, signal) {
      changeUsage(({ requests, inFlight }) => ({ requests: requests + 1, inFlight: inFlight + 1 }))
      try {
        const bytes = await source.read(offset, length, signal)
        changeUsage(({ fetchedBytes }) => ({ fetchedBytes: fetchedBytes + bytes.length }))
        return bytes
      } finally {
        changeUsage(({ inFlight }) => ({ inFlight: inFlight - 1 }))
      }
    },
  }
}
