import uPlot from 'uplot'
import { tokenColour } from '../theme.ts'
import { chartColumns } from './chart-data.ts'
import { chartOptions, seriesColour, type ChartDrawing } from './chart-options.ts'
import type { ChartSeries } from './chart-data.ts'

const linePx = 20
const paddingPx = 12
const [widthPx, heightPx] = [960, 460]

/** A chart with its title above and the names of its lines below, as a PNG in the colours of the screen, whatever its size there. */
export async function chartPicture(title: string, x: readonly number[], drawing: ChartDrawing): Promise<Blob> {
  const { plot, release } = await plotAside(x, drawing)
  try {
    const canvas = withTitleAndLegend(plot, title, drawing.series)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))),
        'image/png',
      ),
    )
  } finally {
    release()
  }
}

/** Draws once, out of sight. */
async function plotAside(x: readonly number[], drawing: ChartDrawing) {
  const holder = document.createElement('div')
  Object.assign(holder.style, { position: 'fixed', left: '-10000px', width: `${widthPx}px` })
  document.body.append(holder)
  const nothing = () => undefined
  const events = { onHover: nothing, onPress: nothing, onPoint: nothing }
  const options = chartOptions(() => drawing, events, widthPx, heightPx)
  const plot = await new Promise<uPlot>((resolve) => {
    options.hooks?.draw?.push(resolve)
    void new uPlot(options, chartColumns(x, drawing.series) as uPlot.AlignedData, holder)
  })
  const release = () => {
    plot.destroy()
    holder.remove()
  }
  return { plot: plot.ctx.canvas, release }
}

function withTitleAndLegend(plot: HTMLCanvasElement, title: string, series: readonly ChartSeries[]): HTMLCanvasElement {
  const ratio = devicePixelRatio
  const canvas = document.createElement('canvas')
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('The browser gives no canvas to draw on.')
  const font = (weight: number) => `${weight} ${12 * ratio}px "Inter Variable", sans-serif`
  ctx.font = font(450)
  const width = plot.width + 2 * paddingPx * ratio
  const rows = legendRows(ctx, series, width - 2 * paddingPx * ratio, ratio)
  canvas.width = width
  canvas.height = plot.height + (2 * paddingPx + linePx * (1 + rows.length)) * ratio
  ctx.fillStyle = tokenColour('--surface-panel')
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  ctx.textBaseline = 'middle'
  ctx.fillStyle = tokenColour('--text')
  ctx.font = font(600)
  ctx.fillText(title, paddingPx * ratio, (paddingPx + linePx / 2) * ratio)
  ctx.drawImage(plot, paddingPx * ratio, (paddingPx + linePx) * ratio)
  ctx.font = font(450)
  rows.forEach((row, at) => {
    const y = plot.height + (paddingPx + linePx * (1.5 + at)) * ratio
    for (const { index, left } of row) {
      const one = series[index]!
      drawKey(ctx, seriesColour(one, index), one.isDashed === true, paddingPx * ratio + left, y, ratio)
      ctx.fillStyle = tokenColour('--text')
      ctx.fillText(one.label, (paddingPx + 18) * ratio + left, y)
    }
  })
  return canvas
}

function drawKey(
  ctx: CanvasRenderingContext2D,
  colour: string,
  isDashed: boolean,
  x: number,
  y: number,
  ratio: number,
) {
  ctx.strokeStyle = colour
  ctx.lineWidth = 2 * ratio
  ctx.setLineDash(isDashed ? [5 * ratio, 2 * ratio] : [])
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.lineTo(x + 12 * ratio, y)
  ctx.stroke()
}

type LegendItem = { index: number; left: number }

function legendRows(
  ctx: CanvasRenderingContext2D,
  series: readonly ChartSeries[],
  width: number,
  ratio: number,
): LegendItem[][] {
  const rows: LegendItem[][] = []
  let left = Infinity
  series.forEach(({ label }, index) => {
    const itemWidth = ctx.measureText(label).width + 34 * ratio
    if (left + itemWidth > width) {
      rows.push([])
      left = 0
    }
    rows.at(-1)!.push({ index, left })
    left += itemWidth
  })
  return rows
}
