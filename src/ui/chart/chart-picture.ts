import { tokenColour } from '../theme.ts'
import { seriesColour } from './chart-options.ts'
import type { ChartSeries } from './chart-data.ts'

const linePx = 20
const paddingPx = 12

/** What is drawn of a chart, with its title above and the names of its lines below, as a PNG in the colours of the screen. */
export function chartPicture(plot: HTMLCanvasElement, title: string, series: readonly ChartSeries[]): Promise<Blob> {
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
      ctx.fillStyle = seriesColour(series[index]!, index)
      ctx.fillRect(paddingPx * ratio + left, y - ratio, 12 * ratio, 2 * ratio)
      ctx.fillStyle = tokenColour('--text')
      ctx.fillText(series[index]!.label, (paddingPx + 18) * ratio + left, y)
    }
  })
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'),
  )
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
