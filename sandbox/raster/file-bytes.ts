import type { FileHandle } from 'node:fs/promises'
import type { ReadBytes } from '#src/formats/tiff-directories.ts'

/** Writes all bytes: a nearly full disk shows as a short write before it shows as an error. */
export async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten
  }
}

/** Fills all of `bytes` from the file; throws if the file ends before. */
export async function readFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done)
    if (bytesRead === 0) throw new Error(`the file ends ${bytes.length - done} bytes too early`)
    done += bytesRead
  }
}

/** A file as formats are read: fewer bytes than asked for only at its end. */
export function fileReader(file: FileHandle): ReadBytes {
  return async (offset, length) => {
    const left = Math.max(0, (await file.stat()).size - offset)
    const bytes = new Uint8Array(Math.min(length, left))
    await readFully(file, bytes, offset)
    return bytes
  }
}
