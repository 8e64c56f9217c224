import { isEcostress, readEcostress } from './read-ecostress.ts'
import { readEnviLibrary } from './read-envi-library.ts'
import { LibraryError } from './library-entry.ts'
import type { ReadSpectrum } from './library-entry.ts'
import { readTable } from './read-table.ts'

export type LibraryFile = { name: string; bytes: Uint8Array }

export type ReadLibrary = {
  libraries: { fileName: string; spectra: ReadSpectrum[] }[]
  /** One sentence for each file that could not be read. */
  problems: { fileName: string; message: string }[]
}

/** Larger than any spectral library that is published; for who reads the files. */
export const MAX_FILE_BYTES = 64 << 20

/**
 * Reads the files someone chose, each by its own kind: tables in text, ECOSTRESS or JHU text files, and ENVI spectral libraries,
 * which are two files (`x.sli`, `x.hdr`) chosen together. One bad file does not spoil the others.
 */
export function readLibraries(files: readonly LibraryFile[]): ReadLibrary {
  const result: ReadLibrary = { libraries: [], problems: [] }
  for (const file of files) {
    if (isHeader(file.name) && files.some((other) => isDataOf(other.name, file.name))) continue
    try {
      result.libraries.push({ fileName: file.name, spectra: readFile(file, files) })
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error
      result.problems.push({ fileName: file.name, message: error.message })
    }
  }
  return result
}

function readFile(file: LibraryFile, files: readonly LibraryFile[]): ReadSpectrum[] {
  if (file.bytes.byteLength === 0) throw new LibraryError('It is empty.')
  if (isHeader(file.name))
    throw new LibraryError(
      `It tells only what the numbers mean: choose it together with ${file.name.replace(/\.hdr$/i, '.sli')}.`,
    )
  const header = files.find((other) => isHeader(other.name) && isDataOf(file.name, other.name))
  if (header) return readEnviLibrary(textOf(header), file.bytes, file.name)
  if (/\.sli$/i.test(file.name))
    throw new LibraryError(`It holds only numbers: choose it together with ${file.name.replace(/\.sli$/i, '.hdr')}.`)
  if (file.bytes.subarray(0, 4096).includes(0))
    throw new LibraryError(
      'It is no text. Choose a CSV table, an ECOSTRESS text file, or an ENVI library with its header.',
    )
  const text = textOf(file)
  return isEcostress(text) ? [readEcostress(text, file.name)] : readTable(text, file.name)
}

function isHeader(name: string): boolean {
  return /\.hdr$/i.test(name)
}

/** `x.hdr` and `x.sli.hdr` both belong to `x.sli`. */
function isDataOf(name: string, headerName: string): boolean {
  if (isHeader(name)) return false
  const stem = headerName.slice(0, -'.hdr'.length).toLowerCase()
  return name.toLowerCase() === stem || name.toLowerCase().replace(/\.[^.]*$/, '') === stem
}

function textOf({ bytes }: LibraryFile): string {
  return new TextDecoder().decode(bytes)
}
