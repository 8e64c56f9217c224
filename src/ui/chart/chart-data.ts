import { formatNumber } from '../data/format-number.ts'

export type ChartSeries = {
  id: string
  label: string
  /** One value for each x; null leaves a gap, as for a bad band. */
  values: readonly (number | null)[]
  /** Half the width of a band around the line, as a standard deviation. */
  spread?: readonly (number | null)[]
  /** A CSS colour; the next of the palette when absent. */
  colour?: string
  isDashed?: boolean
  /** Dots that no line joins, as for what was measured now and then. */
  isDots?: boolean
  /** The line goes straight on where a value is missing. */
  joinsGaps?: boolean
}

export type ChartAxis = { label: string; unit?: string; digits?: number }

/** A vertical line at `x`, as the wavelength of a band. */
export type ChartMark = { x: number; label: string; colour?: string }

/** What the picture shows, in one sentence, for who can not see it. */
export function chartSummary(
  label: string,
  xAxis: ChartAxis,
  x: readonly number[],
  yAxis: ChartAxis,
  series: readonly ChartSeries[],
): string {
  const first = x[0]
  const last = x.at(-1)
  if (first === undefined || last === undefined || series.length === 0) return `${label}: no data`
  const lines = series.map(({ label: name, values }) => {
    const known = values.filter((value) => value !== null)
    if (known.length === 0) return `${name} has no values`
    return `${name} from ${withUnit(Math.min(...known), yAxis)} to ${withUnit(Math.max(...known), yAxis)}`
  })
  return `${label}. ${xAxis.label} ${withUnit(first, xAxis)} to ${withUnit(last, xAxis)}. ${yAxis.label}: ${lines.join('; ')}.`
}

export function withUnit(value: number, { unit, digits = 2 }: ChartAxis): string {
  return formatNumber(value, digits) + (unit ? ` ${unit}` : '')
}

/** The columns uPlot draws: x, then for each series its values and, if it has a spread, the lower and upper edge. */
export function chartColumns(x: readonly number[], series: readonly ChartSeries[]): (number | null)[][] {
  const edge = (one: ChartSeries, sign: 1 | -1) =>
    one.values.map((value, index) => {
      const half = one.spread?.[index]
      return value === null || half === null || half === undefined ? null : value + sign * half
    })
  return [
    [...x],
    ...series.flatMap((one) => (one.spread ? [[...one.values], edge(one, -1), edge(one, 1)] : [[...one.values]])),
  ]
}
