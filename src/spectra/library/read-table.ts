import { toNm } from '#src/formats/wavelength.ts'
import { ascending, LibraryError, MAX_SPECTRA, orGap, reflectanceScale, scaled } from './library-entry.ts'
import type { ReadSpectrum } from './library-entry.ts'
import { splitTable } from './split-table.ts'
import type { TableRow } from './split-table.ts'

/**
 * Spectra from a table in text, either way round: wavelengths down a column with a spectrum in each other column, or
 * wavelengths as the heading with a spectrum in each row. In nm or µm; reflectance from 0 to 1, in percent or times 10,000.
 * @throws LibraryError that names line and column
 */
export function readTable(text: string, fileName: string): ReadSpectrum[] {
  const { rows, toNumber } = splitTable(text)
  const first = rows.findIndex(({ cells }) => cells.filter((cell) => wavelengthOf(cell, toNumber) > 0).length >= 2)
  if (first < 0)
    throw new LibraryError(
      'It holds no table of numbers: write wavelengths in the first column and a spectrum in each other one.',
    )
  const heading = rows[first - 1]?.cells ?? []
  const named = heading.findIndex((cell) => /wave|lambda|λ|^nm$|^[uµ]m$/i.test(cell))
  const startsWithNumber = wavelengthOf(rows[first]!.cells[0] ?? '', toNumber) > 0
  const spectra =
    named >= 0 || startsWithNumber
      ? down(rows.slice(first), heading, Math.max(0, named), toNumber)
      : across(rows.slice(first), toNumber)
  if (spectra.length > MAX_SPECTRA)
    throw new LibraryError(`It holds ${spectra.length} spectra; up to ${MAX_SPECTRA} can be read. Save a part of it.`)
  const read = spectra.map((each) => ascending({ ...each, source: `Table ${fileName}` }))
  if ((read[0]?.wavelengthsNm.length ?? 0) < 2) throw new LibraryError('A spectrum needs two wavelengths at least.')
  return scaled(read, reflectanceScale(read))
}

type ToNumber = (cell: string) => number
type Named = Omit<ReadSpectrum, 'source'>

/** Columns that tell about bands, and those of deviations, are no spectra. */
const notASpectrum = /^(band|name|channel|no\.?|#|fwhm.*|bad.*)$|deviation|\bstd\b|\bsd\b/i

function down(
  rows: readonly TableRow[],
  heading: readonly string[],
  wavelengthColumn: number,
  toNumber: ToNumber,
): Named[] {
  const wavelengthsNm = rows.map(({ line, cells }) => {
    const nm = wavelengthOf(cells[wavelengthColumn] ?? '', toNumber)
    if (nm > 0) return nm
    throw new LibraryError(`Line ${line}: "${excerpt(cells[wavelengthColumn])}" is no wavelength.`)
  })
  const fwhmColumn = heading.findIndex((cell) => /^fwhm/i.test(cell))
  const widths = rows.map(({ cells }, i) => toNm(toNumber(cells[fwhmColumn] ?? ''), undefined, wavelengthsNm[i]))
  const fwhmNm = widths.every((nm) => nm !== undefined) ? widths : undefined
  const width = Math.max(...rows.slice(0, 50).map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column !== wavelengthColumn && !notASpectrum.test(heading[column] ?? ''),
  )
  if (columns.length === 0) throw new LibraryError('There is a column of wavelengths, but none with a spectrum.')
  return columns.map((column, i) => {
    const name = heading[column] || `Spectrum ${i + 1}`
    return {
      name,
      wavelengthsNm,
      ...(fwhmNm && { fwhmNm }),
      values: rows.map(({ line, cells }) => valueOf(cells[column] ?? '', toNumber, `Line ${line}, column "${name}"`)),
    }
  })
}

function across(rows: readonly TableRow[], toNumber: ToNumber): Named[] {
  const [heading, ...spectra] = rows
  const columns = [...heading!.cells.keys()].filter((column) => wavelengthOf(heading!.cells[column]!, toNumber) > 0)
  const wavelengthsNm = columns.map((column) => wavelengthOf(heading!.cells[column]!, toNumber))
  if (spectra.length === 0)
    throw new LibraryError(`Line ${heading!.line} lists wavelengths, but no spectra follow in the lines below.`)
  return spectra.map(({ line, cells }, i) => ({
    name: cells[0] || `Spectrum ${i + 1}`,
    wavelengthsNm,
    values: columns.map((column) => valueOf(cells[column] ?? '', toNumber, `Line ${line}, ${heading!.cells[column]}`)),
  }))
}

/** In nm; NaN when a cell is none. R writes headings of numbers with an X in front. */
function wavelengthOf(cell: string, toNumber: ToNumber): number {
  const [, number] = /^X?([\d.,]+(?:e[-+]?\d+)?)\s*(?:nm|[uµ]m)?$/i.exec(cell) ?? []
  const value = number === undefined ? Number.NaN : toNumber(number)
  return toNm(value) ?? Number.NaN
}

function valueOf(cell: string, toNumber: ToNumber, where: string): number {
  if (cell === '' || /^(na|n\/a|nan|null|none|-+|inf)$/i.test(cell)) return Number.NaN
  const value = toNumber(cell.replace(/\s*%$/, ''))
  if (Number.isNaN(value)) throw new LibraryError(`${where}: "${excerpt(cell)}" is no number.`)
  return orGap(value)
}

function excerpt(cell = ''): string {
  return cell.length > 30 ? `${cell.slice(0, 30)}…` : cell
}
