import type uPlot from 'uplot'
import type { ChartMark, ChartZone } from './chart-data.ts'

const stripPx = 3

/** Stretches of the x axis, behind everything, or as strips below it. A label stands at the top when there is room for it. */
export function drawZones(plot: uPlot, zones: readonly ChartZone[], text: string): void {
  const { ctx, bbox } = plot
  ctx.save()
  setFont(ctx)
  ctx.textAlign = 'center'
  for (const { from, to, colour, label, isStrip } of zones) {
    const left = Math.max(bbox.left, plot.valToPos(from, 'x', true))
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(to, 'x', true))
    if (!(right > left)) continue
    const foot = bbox.top + bbox.height
    ctx.fillStyle = colour
    // A strip lies under the lines, which often run along the foot.
    if (isStrip) ctx.fillRect(left, foot + devicePixelRatio, right - left, stripPx * devicePixelRatio)
    else ctx.fillRect(left, bbox.top, right - left, bbox.height)
    if (!label || ctx.measureText(label).width > right - left - 4 * devicePixelRatio) continue
    ctx.fillStyle = text
    ctx.fillText(label, (left + right) / 2, bbox.top + 10 * devicePixelRatio)
  }
  ctx.restore()
}

/** Vertical lines with a word, above everything. */
export function drawMarks(plot: uPlot, marks: readonly ChartMark[], text: string): void {
  const { ctx, bbox } = plot
  ctx.save()
  setFont(ctx)
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
    // To the left where there is no room at the right.
    const gap = 4 * devicePixelRatio
    const width = ctx.measureText(mark.label).width + gap
    const left = at + width > bbox.left + bbox.width ? at - width : at + gap
    ctx.fillText(mark.label, left, bbox.top + 10 * devicePixelRatio)
  }
  ctx.restore()
}

function setFont(ctx: CanvasRenderingContext2D): void {
  ctx.font = `${11 * devicePixelRatio}px "Inter Variable", sans-serif`
}
