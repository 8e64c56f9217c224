import { figure, writeRows } from '#src/formats/csv.ts'
import { percentile } from '#src/imagery/value-statistics.ts'
import type { ChartSeries } from '#src/ui/chart/chart-data.ts'
import type { DeskDate } from '../desk-context.ts'
import type { NamedClass } from '../picture/picture-paint.ts'
import type { FormulasInRegion } from '#src/imagery/region-values.ts'
import { classRows, figureRows } from '../statistics/region-figures.ts'
import type { DateState } from './use-over-time.ts'
import { words } from './words.ts'

export const displays = ['mean', 'percentiles', 'areas'] as const
export type TimeDisplay = (typeof displays)[number]

/** One date and what is known of it. */
export type TimePoint = { date: DeskDate; state: DateState; seconds: number }

const quarterDay = 6 * 3600

/** The dates in order, the oldest first, each at a moment of its own: several of one day stand six hours apart. */
export function timePoints(dates: readonly DeskDate[], stateOf: (date: DeskDate) => DateState): TimePoint[] {
  const perDay = new Map<string, number>()
  return dates
    .filter(({ date }) => Number.isFinite(Date.parse(date)))
    .toReversed()
    .map((date) => {
      const day = date.date
      const nth = perDay.get(day) ?? 0
      perDay.set(day, nth + 1)
      return { date, state: stateOf(date), seconds: Date.parse(day) / 1000 + nth * quarterDay }
    })
}

type Line = { label: string; colour: string }

/** What the chart draws; a date that is not counted, or where nothing has a value, leaves no point. */
export function timeSeries(
  points: readonly TimePoint[],
  lines: readonly Line[],
  classes: readonly NamedClass[],
  display: TimeDisplay,
): ChartSeries[] {
  if (display === 'areas') {
    const held = points.map(({ state }) => (state.kind === 'ready' ? classRows(state.found, classes) : []))
    return classes.map(({ label, colour }, i) => ({
      id: `class-${i}`,
      label: label || words.unnamed(i + 1),
      colour,
      values: held.map((rows) => rows[i]?.areaHa ?? null),
      isStacked: true,
      joinsGaps: true,
      hasDots: true,
    }))
  }
  const base = { joinsGaps: true, hasDots: true }
  return lines.map(({ label, colour }, i) => {
    const at = (of: (values: FormulasInRegion['values'][number]) => number) =>
      points.map(({ state }) => {
        const values = state.kind === 'ready' ? state.found.values[i] : undefined
        return values && values.valid > 0 ? of(values) : null
      })
    return display === 'mean'
      ? { ...base, id: `${i}`, label, colour, values: at(({ mean }) => mean), spread: at(({ deviation }) => deviation) }
      : {
          ...base,
          id: `${i}`,
          label,
          colour,
          values: at((values) => percentile(values, 50)),
          spread: {
            low: at((values) => percentile(values, 5)),
            high: at((values) => percentile(values, 95)),
          },
        }
  })
}

/** All figures of all dates: a row for each date and formula, hectares of the classes behind them. */
export function timeTable(
  points: readonly TimePoint[],
  lineNames: readonly string[],
  classes: readonly NamedClass[],
): string {
  const names = classes.map(({ label }, i) => `${label || words.unnamed(i + 1)} (ha)`)
  const headings = figureRows([]).map(({ label, unit }) => (unit ? `${label} (${unit})` : label))
  const rows = points.flatMap(({ date, state }) =>
    lineNames.map((name, i) => {
      if (state.kind !== 'ready') return [date.label, name, state.kind === 'failed' ? state.message : state.kind]
      const { found } = state
      const figures = figureRows([{ statistics: found.values[i]!, pixelAreaM2: found.pixelAreaM2 }])
      return [
        date.label,
        name,
        'counted',
        ...figures.map(({ kind, values: [value = NaN] }) => (kind === 'count' ? String(value) : figure(value))),
        ...classRows(found, classes).map(({ areaHa }) => figure(areaHa)),
      ]
    }),
  )
  return writeRows([['Date', 'Of', 'State', ...headings, ...names], ...rows])
}
