import uPlot from 'uplot'
import { formatNumber } from '../data/format-number.ts'
import { tokenColour } from '../theme.ts'
import { restingRange, seriesColumns, seriesCss } from './chart-data.ts'
import type { ChartAxis, ChartBreak, ChartMark, ChartSeries, ChartZone } from './chart-data.ts'
import { drawMarks, drawZones } from './chart-overlays.ts'

export type ChartDrawing = {
  series: readonly ChartSeries[]
  xAxis: ChartAxis
  yAxis: ChartAxis
  /** x is seconds since 1970; the axis is in UTC. */
  isTime?: boolean
  /** Fixed y range; absent means that of the data. */
  yRange?: readonly [number, number]
  marks?: readonly ChartMark[]
  zones?: readonly ChartZone[]
  breaks?: readonly ChartBreak[]
}

export type ChartEvents = {
  onHover: (index: number | undefined) => void
  onPress: (x: number) => void
  /** The series whose line is nearest to the pointer, when it is near. */
  onPoint: (seriesIndex: number | undefined) => void
}

/** How near the pointer must come to a line, in CSS pixels. */
const nearPx = 12

/** The colour of a line as a canvas understands it. */
export function seriesColour(series: ChartSeries, index: number): string {
  const [, token] = /^var\((--[^)]+)\)$/.exec(seriesCss(series, index)) ?? []
  return token === undefined ? seriesCss(series, index) : tokenColour(token as `--${string}`)
}

/**
 * Everything uPlot needs; colours are read from the tokens, so a change of theme makes new options. What may change while the
 * plot stays is asked for at each drawing.
 */
export function chartOptions(
  drawing: () => ChartDrawing,
  events: ChartEvents,
  width: number,
  height: number,
): uPlot.Options {
  const { series, xAxis, yAxis, isTime = false, yRange } = drawing()
  const text = tokenColour('--text-muted')
  const line = tokenColour('--line')
  const axis = (label: string, size: number): uPlot.Axis => ({
    label,
    labelSize: 18,
    labelFont: '500 12px "Inter Variable", sans-serif',
    font: '12px "Inter Variable", sans-serif',
    stroke: text,
    size,
    gap: 5,
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
  })
  const titled = ({ label, unit }: ChartAxis) => (unit ? `${label} (${unit})` : label)
  const figures =
    ({ digits = 2 }: ChartAxis) =>
    (_: uPlot, values: number[]) =>
      values.map((value) => formatNumber(value, digits))
  const x = axis(titled(xAxis), 26)
  const columns = seriesColumns(series)
  return {
    width,
    height,
    // At the right there is room for half of the last figure of the axis.
    padding: [8, 18, 0, 0],
    legend: { show: false },
    focus: { alpha: 0.3 },
    cursor: { points: { size: 6 }, drag: { x: true, y: false, dist: 6 }, focus: { prox: nearPx } },
    scales: {
      x: { time: isTime },
      y: { range: yRange ? [yRange[0], yRange[1]] : (_, min, max) => restingRange(min, max) },
    },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    // Days speak for themselves.
    axes: [
      isTime ? { ...x, label: undefined, labelSize: 0, size: 42 } : { ...x, values: figures(xAxis) },
      { ...axis(titled(yAxis), 40), values: figures(yAxis) },
    ],
    series: [{}, ...series.flatMap((one, index) => lines(one, index, drawing))],
    bands: bandsOf(series),
    hooks: {
      setCursor: [(plot) => events.onHover(plot.cursor.idx ?? undefined)],
      setSeries: [
        (_, column) => {
          const at = column === null ? -1 : columns.findLastIndex((first) => first <= column)
          events.onPoint(at < 0 ? undefined : at)
        },
      ],
      drawClear: [(plot) => drawZones(plot, drawing().zones ?? [], text)],
      draw: [(plot) => drawMarks(plot, drawing().marks ?? [], text)],
      ready: [(plot) => listenForPress(plot, events.onPress)],
    },
  }
}

function lines(one: ChartSeries, index: number, drawing: () => ChartDrawing): uPlot.Series[] {
  const stroke = seriesColour(one, index)
  const gaps: uPlot.Series.GapsRefiner = (plot, _column, _from, _to, nulls) => {
    const added = (drawing().breaks ?? []).map(([from, to]): [number, number] => [
      Math.round(plot.valToPos(from, 'x', true)),
      Math.round(plot.valToPos(to, 'x', true)),
    ])
    // The pieces between gaps are what is drawn, so gaps have to come in order.
    return [...nulls, ...added].toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
  }
  const points = { show: false }
  const line: uPlot.Series = one.isDots
    ? { stroke, width: 0, points: { show: true, size: 6, fill: stroke } }
    : {
        stroke,
        width: 1.5,
        dash: one.isDashed ? [5, 4] : undefined,
        spanGaps: one.joinsGaps ?? false,
        points: one.hasDots ? { show: true, size: 5, fill: stroke } : points,
        gaps,
        ...(one.isStepped && stepped),
        ...(one.isStepped && !one.isDashed && { fill: translucent(stroke) }),
        // The lowest of a stack goes down to the axis; those above are bands.
        ...(one.isStacked && { fill: half(stroke) }),
      }
  const edge: uPlot.Series = { stroke: 'transparent', width: 0, points, gaps, spanGaps: one.joinsGaps ?? false }
  return one.spread ? [line, edge, edge] : [line]
}

const stepped: Partial<uPlot.Series> = uPlot.paths.stepped ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}

function bandsOf(series: readonly ChartSeries[]): uPlot.Band[] {
  const columns = seriesColumns(series)
  let below: number | undefined
  return series.flatMap((one, index): uPlot.Band[] => {
    const column = columns[index]!
    const colour = seriesColour(one, index)
    if (one.isStacked) {
      const band = below === undefined ? [] : [{ series: [column, below] as [number, number], fill: half(colour) }]
      below = column
      return band
    }
    return one.spread ? [{ series: [column + 2, column + 1], fill: translucent(colour) }] : []
  })
}

function half(colour: string): string {
  return `color-mix(in srgb, ${colour} 65%, transparent)`
}

function translucent(colour: string): string {
  return `color-mix(in srgb, ${colour} 18%, transparent)`
}

function listenForPress(plot: uPlot, onPress: ChartEvents['onPress']): void {
  plot.over.addEventListener('click', () => {
    const { left } = plot.cursor
    if (left !== undefined && left >= 0) onPress(plot.posToVal(left, 'x'))
  })
}
