import Papa from 'papaparse'
import { readableName } from '../readable-name.ts'

export type TableColumn = { name: string; label: string; unit?: string; isNumeric: boolean }
/** Cells are numbers in numeric columns; null where a cell is empty. */
export type ReadTable = { columns: readonly TableColumn[]; rows: readonly (readonly (string | number | null)[])[] }

/** A CSV file (RFC 4180) with a header; null when there is none in it. */
export function readTable(text: string): ReadTable | null {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true })
  const [header, ...rows] = data
  if (!header || header.length === 0) return null
  const columns = header.map((name, at): TableColumn => {
    const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '')
    return { name, ...columnWords(name), isNumeric: cells.length > 0 && cells.every((cell) => !Number.isNaN(+cell)) }
  })
  return {
    columns,
    rows: rows.map((row) =>
      columns.map(({ isNumeric }, at) => {
        const cell = row[at] ?? ''
        return cell === '' ? null : isNumeric ? Number(cell) : cell
      }),
    ),
  }
}

const units: Record<string, string> = {
  ha: 'ha',
  km2: 'km²',
  m2: 'm²',
  percent: '%',
  nm: 'nm',
  m: 'm',
  days: 'days',
}

/** `area_ha` is "Area" in ha. */
export function columnWords(name: string): { label: string; unit?: string } {
  const [, words = '', ending = ''] = /^(.+)_([a-z\d]+)$/i.exec(name) ?? []
  const unit = units[ending.toLowerCase()]
  return unit ? { label: readableName(words), unit } : { label: readableName(name) }
}
