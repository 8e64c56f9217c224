import { figure, writeRows } from '#src/formats/csv.ts'
import type { FormulasInRegion } from '#src/imagery/region-values.ts'
import { percentile, type ValueStatistics } from '#src/imagery/value-statistics.ts'
import type { NamedClass } from '../picture/picture-paint.ts'
import { words } from './words.ts'

/** One measure of all columns. `areaHa` and counts are of pixels, the others of values. */
export type FigureRow = {
  id: string
  label: string
  unit?: string
  kind: 'count' | 'area' | 'value'
  values: readonly number[]
}

/** Statistics of one formula, and the ground of one of its pixels when its area is to be told. */
export type FigureColumn = { statistics: ValueStatistics; pixelAreaM2?: number }

export const percents = [5, 25, 50, 75, 95] as const

export function figureRows(columns: readonly FigureColumn[]): FigureRow[] {
  const row = (
    id: string,
    label: string,
    of: (statistics: ValueStatistics) => number,
    kind: FigureRow['kind'] = 'value',
  ): FigureRow => ({ id, label, kind, values: columns.map(({ statistics }) => of(statistics)) })
  return [
    row('pixels', words.pixels, ({ pixels }) => pixels, 'count'),
    row('valid', words.valid, ({ valid }) => valid, 'count'),
    {
      id: 'area',
      label: words.area,
      unit: 'ha',
      kind: 'area',
      values: columns.map(({ statistics, pixelAreaM2 = Number.NaN }) => (statistics.valid * pixelAreaM2) / 1e4),
    },
    row('mean', words.mean, ({ mean }) => mean),
    row('deviation', words.deviation, ({ deviation }) => deviation),
    row('min', words.min, ({ min }) => min),
    ...percents.map((percent) =>
      row(`p${percent}`, percent === 50 ? words.median : words.percentile(percent), (statistics) =>
        percentile(statistics, percent),
      ),
    ),
    row('max', words.max, ({ max }) => max),
  ]
}

export type ClassRow = NamedClass & { pixels: number; areaHa: number; percent: number }

/** What each class holds, in percent of the pixels with a value; none while the picture is a ramp. */
export function classRows({ values, pixelAreaM2 }: FormulasInRegion, classes: readonly NamedClass[]): ClassRow[] {
  const [{ classPixels = null, valid = 0 } = {}] = values
  if (classPixels?.length !== classes.length) return []
  return classes.map((one, i) => {
    const pixels = classPixels[i]!
    return { ...one, pixels, areaHa: (pixels * pixelAreaM2) / 1e4, percent: valid > 0 ? (100 * pixels) / valid : 0 }
  })
}

/** Figures, then classes: as CSV, or parted by tabs for pasting. */
export function statisticsText(
  columnNames: readonly string[],
  rows: readonly FigureRow[],
  classes: readonly ClassRow[],
  separator: ',' | '\t',
): string {
  const bound = (value: number) => (Number.isFinite(value) ? figure(value) : '')
  const figures = [
    ['', ...columnNames],
    ...rows.map(({ label, unit, kind, values }) => [
      unit ? `${label} (${unit})` : label,
      ...values.map((value) => (kind === 'count' ? String(value) : figure(value))),
    ]),
  ]
  const table = classes.map(({ label, min, max, pixels, areaHa, percent }) => [
    label || words.unnamed(bound(min), bound(max)),
    bound(min),
    bound(max),
    String(pixels),
    figure(areaHa),
    figure(percent),
  ])
  const headings = ['Class', 'From', 'To', 'Pixels', 'Area (ha)', 'Percent']
  return writeRows([...figures, ...(table.length > 0 ? [[''], headings, ...table] : [])], separator)
}
