import uPlot from 'uplot'
import { formatNumber } from '../data/format-number.ts'
import { tokenColour } from '../theme.ts'
import type { ChartAxis, ChartMark, ChartSeries } from './chart-data.ts'

export type ChartDrawing = {
  series: readonly ChartSeries[]
  xAxis: ChartAxis
  yAxis: ChartAxis
  /** x is seconds since 1970; the axis is in UTC. */
  isTime?: boolean
  /** Fixed y range; absent means that of the data. */
  yRange?: readonly [number, number]
  marks?: readonly ChartMark[]
  onHover: (index: number | undefined) => void
  onPress?: (x: number) => void
}

const seriesTokens = 8

/** The colour of a line: its own, or the palette's. */
export function seriesColour(series: ChartSeries, index: number): string {
  return series.colour ?? tokenColour(`--series-${(index % seriesTokens) + 1}`)
}

/** Everything uPlot needs; colours are read from the tokens, so a change of theme makes new options. */
export function chartOptions(drawing: ChartDrawing, width: number, height: number): uPlot.Options {
  const { series, xAxis, yAxis, isTime = false, yRange, onHover } = drawing
  const text = tokenColour('--text-muted')
  const line = tokenColour('--line')
  const axis = (label: string, size: number): uPlot.Axis => ({
    label,
    labelSize: 18,
    labelFont: '500 12px "Inter Variable", sans-serif',
    font: '12px "Inter Variable", sans-serif',
    stroke: text,
    size,
    gap: 4,
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
  })
  const titled = ({ label, unit }: ChartAxis) => (unit ? `${label} (${unit})` : label)
  const figures =
    ({ digits = 2 }: ChartAxis) =>
    (_: uPlot, values: number[]) =>
      values.map((value) => formatNumber(value, digits))
  const x = axis(titled(xAxis), 26)
  return {
    width,
    height,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { points: { size: 6 }, drag: { x: true, y: false, dist: 6 } },
    scales: { x: { time: isTime }, y: yRange ? { range: [yRange[0], yRange[1]] } : {} },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    axes: [isTime ? x : { ...x, values: figures(xAxis) }, { ...axis(titled(yAxis), 40), values: figures(yAxis) }],
    series: [{}, ...series.flatMap(lines)],
    bands: spreadBands(series),
    hooks: {
      setCursor: [(plot) => onHover(plot.cursor.idx ?? undefined)],
      draw: [(plot) => drawMarks(plot, drawing.marks ?? [], text)],
      ready: [(plot) => listenForPress(plot, drawing.onPress)],
    },
  }
}

function lines(one: ChartSeries, index: number): uPlot.Series[] {
  const stroke = seriesColour(one, index)
  const line: uPlot.Series = one.isDots
    ? { stroke, width: 0, points: { show: true, size: 6, fill: stroke } }
    : {
        stroke,
        width: 1.5,
        dash: one.isDashed ? [5, 4] : undefined,
        spanGaps: one.joinsGaps ?? false,
        points: { show: false },
      }
  const edge: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false } }
  return one.spread ? [line, edge, edge] : [line]
}

function spreadBands(series: readonly ChartSeries[]): uPlot.Band[] {
  const bands: uPlot.Band[] = []
  let column = 1
  for (const [index, one] of series.entries()) {
    if (one.spread) bands.push({ series: [column + 2, column + 1], fill: translucent(seriesColour(one, index)) })
    column += one.spread ? 3 : 1
  }
  return bands
}

function translucent(colour: string): string {
  return `color-mix(in srgb, ${colour} 18%, transparent)`
}

function drawMarks(plot: uPlot, marks: readonly ChartMark[], text: string): void {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.font = `${11 * devicePixelRatio}px "Inter Variable", sans-serif`
  ctx.lineWidth = devicePixelRatio
  ctx.textAlign = 'left'
  for (const mark of marks) {
    const at = Math.round(plot.valToPos(mark.x, 'x', true))
    if (at < bbox.left || at > bbox.left + bbox.width) continue
    ctx.strokeStyle = mark.colour ?? text
    ctx.fillStyle = text
    ctx.beginPath()
    ctx.moveTo(at, bbox.top)
    ctx.lineTo(at, bbox.top + bbox.height)
    ctx.stroke()
    ctx.fillText(mark.label, at + 4 * devicePixelRatio, bbox.top + 10 * devicePixelRatio)
  }
  ctx.restore()
}

function listenForPress(plot: uPlot, onPress: ChartDrawing['onPress']): void {
  if (!onPress) return
  plot.over.addEventListener('click', () => {
    const { left } = plot.cursor
    if (left !== undefined && left >= 0) onPress(plot.posToVal(left, 'x'))
  })
}
