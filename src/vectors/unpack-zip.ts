import { Unzip, UnzipInflate } from 'fflate'
import { Refusal, type VectorLimits } from './limits.ts'
import type { NamedBytes } from './vector-file.ts'

/** Small pieces: deflate grows a thousandfold at most, so that no piece overshoots a limit by more than some megabytes. */
const pieceBytes = 8192

export type Unpacked = {
  entries: NamedBytes[]
  /** Names of all members, also of those left packed. */
  names: string[]
  unpackedBytes: number
}

/**
 * Unpacks the wanted members of a ZIP archive piece by piece, and stops as soon as a limit is passed, whatever the archive
 * says about its own sizes. @throws Refusal
 */
export function unpackZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: Pick<VectorLimits, 'archiveEntries' | 'unpackedBytes'>,
): Unpacked {
  const entries: NamedBytes[] = []
  const names: string[] = []
  let unpackedBytes = 0
  let refusal: Refusal | undefined
  const unzip = new Unzip((file) => {
    names.push(file.name)
    if (names.length > limits.archiveEntries) {
      refusal ??= new Refusal(
        `The archive has more than ${limits.archiveEntries} files: pack only the layer you need into one of its own.`,
      )
    }
    if (refusal || !isWanted(file.name)) return
    const pieces: Uint8Array[] = []
    file.ondata = (error, piece, isLast) => {
      if (refusal) return
      if (error) {
        refusal = new Refusal(`"${file.name}" in the archive can not be unpacked: the archive is damaged or encrypted.`)
        return
      }
      unpackedBytes += piece.length
      if (unpackedBytes > limits.unpackedBytes) {
        refusal = new Refusal(
          `The archive unpacks to more than ${Math.round(limits.unpackedBytes / 1e6)} MB: pack only the layer you need.`,
        )
        file.terminate()
        return
      }
      pieces.push(piece)
      if (isLast) entries.push({ name: file.name, bytes: joined(pieces) })
    }
    try {
      file.start()
    } catch {
      refusal = new Refusal(`"${file.name}" is packed in a way that can not be read: pack it again as a plain ZIP.`)
    }
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && !refusal; at += pieceBytes) {
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
    }
  } catch {
    refusal ??= new Refusal('The archive is damaged or cut off: copy or download it again.')
  }
  if (refusal) throw refusal
  return { entries, names, unpackedBytes }
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
