import { formatNumber } from '../data/format-number.ts'

export type ChartSeries = {
  id: string
  label: string
  /** One value for each x; null leaves a gap, as for a bad band. */
  values: readonly (number | null)[]
  /** A band around the line: half its width, as a standard deviation, or its edges, as percentiles. */
  spread?: readonly (number | null)[] | { low: readonly (number | null)[]; high: readonly (number | null)[] }
  /** A CSS colour, or the name of a token as `--series-3`; the next of the palette when absent. */
  colour?: string
  isDashed?: boolean
  /** Dots that no line joins, as for what was measured now and then. */
  isDots?: boolean
  /** Each value stands from its x to the next, as the bars of a histogram; filled down to the axis. */
  isStepped?: boolean
  /** A dot at each value of the line, as for dates. */
  hasDots?: boolean
  /** Stands on the stacked ones before it, filled down to them, as areas that make up a whole. */
  isStacked?: boolean
  /** The line goes straight on where a value is missing. */
  joinsGaps?: boolean
}

export type ChartAxis = { label: string; unit?: string; digits?: number }

/** A vertical line at `x`, as the wavelength of a band. */
export type ChartMark = { x: number; label: string; colour?: string }

/** A stretch of the x axis behind the lines, over the full height or as a thin strip below it. */
export type ChartZone = { from: number; to: number; colour: string; label?: string; isStrip?: boolean }

/** Two neighbouring x between which no line is drawn though both have values. */
export type ChartBreak = readonly [from: number, to: number]

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
  let below = x.map(() => 0)
  const columns = series.flatMap((one): (number | null)[][] => {
    if (!one.isStacked) return one.spread ? [[...one.values], ...edgesOf(one, one.spread)] : [[...one.values]]
    const top = one.values.map((value, at) => (value === null ? null : value + below[at]!))
    below = below.map((sum, at) => sum + (one.values[at] ?? 0))
    return [top]
  })
  return [[...x], ...columns]
}

function edgesOf({ values }: ChartSeries, spread: NonNullable<ChartSeries['spread']>): (number | null)[][] {
  if ('low' in spread) return [[...spread.low], [...spread.high]]
  const edge = (sign: 1 | -1) =>
    values.map((value, at) => {
      const half = spread[at]
      return value === null || half === null || half === undefined ? null : value + sign * half
    })
  return [edge(-1), edge(1)]
}

const seriesTokens = 8

/** The colour of a line in CSS. */
export function seriesCss({ colour }: ChartSeries, index: number): string {
  const token = colour ?? `--series-${(index % seriesTokens) + 1}`
  return token.startsWith('--') ? `var(${token})` : token
}

/** The column of each series among those of `chartColumns`. */
export function seriesColumns(series: readonly ChartSeries[]): number[] {
  let next = 1
  return series.map(({ spread }) => {
    const column = next
    next += spread ? 3 : 1
    return column
  })
}

/**
 * A range that ends at round numbers, so that the axis rests while the values under a moving pointer change a little. Nothing
 * to show is 0 to 1.
 */
export function restingRange(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null || !Number.isFinite(min) || !Number.isFinite(max)) return [0, 1]
  const span = max - min || Math.abs(max) || 1
  const decade = 10 ** Math.floor(Math.log10(span / 8))
  const step = decade * ([1, 2, 5].find((each) => each * decade >= span / 8) ?? 10)
  const [from, to] = [Math.floor(min / step) * step, Math.ceil(max / step) * step]
  return from === to ? [from - step, to + step] : [from, to]
}
