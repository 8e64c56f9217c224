import type { ChartAxis, ChartSeries } from '#src/ui/chart/chart-data.ts'
import type { ReadTable } from './read-table.ts'

/** A table that is better seen as lines: over time, or over the wavelength. */
export type TableChart = { isTime: boolean; xAxis: ChartAxis; x: readonly number[]; series: readonly ChartSeries[] }

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
/** More lines than these can not be told apart. */
const mostLines = 20

/** Dates in the first column make a time series, a column of wavelengths makes spectra; null for any other table. */
export function tableChart({ columns, rows }: ReadTable): TableChart | null {
  const isTime = rows.every(([first]) => typeof first === 'string' && dayPattern.test(first))
  const across = isTime ? 0 : columns.findIndex(({ label, unit }) => unit === 'nm' && /wavelength/i.test(label))
  if (rows.length < 2 || across < 0) return null
  const points = new Map<number, (number | null)[]>()
  for (const row of rows) {
    const cell = row[across]
    const x = isTime ? Date.parse(String(cell)) / 1000 : cell
    if (typeof x !== 'number' || !Number.isFinite(x)) continue
    const known = points.get(x)
    // Two rows of one day complete each other.
    const values = row.map((value, i) => (typeof value === 'number' ? value : (known?.[i] ?? null)))
    points.set(x, values)
  }
  const sorted = [...points].toSorted(([a], [b]) => a - b)
  const series = columns.flatMap(({ name, label, isNumeric }, i): ChartSeries[] => {
    if (i === across || !isNumeric) return []
    const values = sorted.map(([, row]) => row[i] ?? null)
    const known = values.filter((value) => value !== null).length
    // What was seen on a few of many days stands alone; what is missing on a few is a line all the same.
    const look = known === values.length ? {} : known < values.length / 2 ? { isDots: true } : { joinsGaps: true }
    return [{ id: name, label, values, ...look }]
  })
  if (sorted.length < 2 || series.length === 0 || series.length > mostLines) return null
  const { label, unit } = columns[across]!
  return {
    isTime,
    xAxis: isTime ? { label: 'Day' } : { label, ...(unit && { unit }), digits: 0 },
    x: sorted.map(([x]) => x),
    series,
  }
}
