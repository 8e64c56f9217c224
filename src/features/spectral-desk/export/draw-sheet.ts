import { tokenColour } from '#src/ui/theme.ts'
import type { MapSnapshot } from '#src/map/map-snapshot.ts'
import type { Legend } from './legend.ts'
import { words } from './words.ts'

export type Sheet = {
  title: string
  /** What shows, with its formula, a line for each picture. */
  lines: readonly string[]
  snapshot: MapSnapshot
  legends: readonly Legend[]
  pins: readonly { number: number; place: readonly [lng: number, lat: number]; colour: string }[]
}

const padding = 16
const line = 18
const swatch = 12
const rampPx = 260
const pinRadius = 9
const figureGap = 12

/** A map as people print it: title, picture, what its colours mean, scale, north and whose data it is. As PNG. */
export async function drawSheet(sheet: Sheet): Promise<Blob> {
  const { canvas: picture, ratio } = sheet.snapshot
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The browser gives no canvas to draw on.')
  const width = picture.width / ratio + 2 * padding
  const inner = width - 2 * padding
  context.font = font(12)
  const lines = sheet.lines.flatMap((text) => wrapped(context, text, inner))
  const head = padding + 24 + lines.length * line + 6
  const legends = sheet.legends.map((legend) => ({ legend, height: legendHeight(legend) }))
  const foot =
    Math.max(
      64,
      legends.reduce((sum, { height }) => sum + height, 0),
    ) +
    padding +
    line
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round((head + picture.height / ratio + padding + foot) * ratio)
  // A canvas forgets all of its state with its size.
  context.scale(ratio, ratio)
  context.textBaseline = 'middle'
  const [ground, text, faint] = [tokenColour('--surface-panel'), tokenColour('--text'), tokenColour('--text-muted')]
  context.fillStyle = ground
  context.fillRect(0, 0, width, canvas.height / ratio)

  context.fillStyle = text
  context.font = font(16, 620)
  context.fillText(sheet.title, padding, padding + 10, inner)
  context.font = font(12)
  context.fillStyle = faint
  lines.forEach((words, i) => context.fillText(words, padding, padding + 24 + (i + 0.5) * line, inner))
  context.drawImage(picture, padding, head, picture.width / ratio, picture.height / ratio)
  drawPins(context, sheet, padding, head)

  const below = head + picture.height / ratio + padding
  let at = below
  for (const { legend, height } of legends) {
    drawLegend(context, legend, padding, at, Math.min(inner - 170, 460), text, faint)
    at += height
  }
  drawScale(context, sheet.snapshot, width - padding, below, text)
  context.font = font(11)
  context.fillStyle = faint
  context.textAlign = 'right'
  context.fillText(words.attribution, width - padding, canvas.height / ratio - padding / 2 - 4)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(words.failedPicture))), 'image/png'),
  )
}

function font(sizePx: number, weight = 450): string {
  return `${weight} ${sizePx}px "Inter Variable", sans-serif`
}

/** Lines that fit; a word that is longer than a line is cut anywhere. */
function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let now = ''
  const fits = (words: string) => context.measureText(words).width <= width
  for (const word of text.split(/(?<=\s)/)) {
    if (fits(now + word)) now += word
    else {
      if (now) lines.push(now)
      now = word
      while (!fits(now) && now.length > 1) {
        let length = now.length - 1
        while (length > 1 && !fits(now.slice(0, length))) length--
        lines.push(now.slice(0, length))
        now = now.slice(length)
      }
    }
  }
  return [...lines, now]
}

function legendHeight(legend: Legend): number {
  return line + (legend.kind === 'ramp' ? 36 : legend.rows.length * line) + 8
}

function drawLegend(
  context: CanvasRenderingContext2D,
  legend: Legend,
  left: number,
  top: number,
  width: number,
  text: string,
  faint: string,
): void {
  context.textAlign = 'left'
  context.fillStyle = text
  context.font = font(12, 620)
  context.fillText(legend.title, left, top + line / 2, width)
  context.font = font(12)
  if (legend.kind === 'ramp') {
    const wide = Math.min(rampPx, width)
    const gradient = context.createLinearGradient(left, 0, left + wide, 0)
    legend.colours.forEach((colour, i) => gradient.addColorStop(i / (legend.colours.length - 1), colour))
    context.fillStyle = gradient
    context.fillRect(left, top + line + 2, wide, 12)
    context.fillStyle = faint
    const aligns = ['left', 'center', 'right'] as const
    legend.ticks.forEach((tick, i) => {
      context.textAlign = aligns[i]!
      context.fillText(tick, left + (wide * i) / 2, top + line + 26)
    })
    return
  }
  const labels = Math.max(...legend.rows.map(({ label }) => context.measureText(label).width))
  const figures = Math.max(...legend.rows.map(({ figure }) => context.measureText(figure).width))
  const labelWidth = Math.min(labels, width - swatch - 8 - figures - figureGap)
  legend.rows.forEach(({ colour, label, figure }, i) => {
    const middle = top + line * (i + 1.5)
    context.fillStyle = colour
    context.fillRect(left, middle - swatch / 2, swatch, swatch)
    context.fillStyle = text
    context.textAlign = 'left'
    context.fillText(label, left + swatch + 8, middle, labelWidth)
    context.fillStyle = faint
    context.textAlign = 'right'
    context.fillText(figure, left + swatch + 8 + labelWidth + figureGap + figures, middle)
  })
}

/** A bar of a round length, and beside it an arrow to the north. */
function drawScale(
  context: CanvasRenderingContext2D,
  { scale, northDeg }: MapSnapshot,
  right: number,
  top: number,
  colour: string,
): void {
  context.strokeStyle = context.fillStyle = colour
  context.lineWidth = 1.5
  const [end, y] = [right - 40, top + 30]
  context.beginPath()
  context.moveTo(end - scale.widthPx, y - 6)
  context.lineTo(end - scale.widthPx, y)
  context.lineTo(end, y)
  context.lineTo(end, y - 6)
  context.stroke()
  context.font = font(12)
  context.textAlign = 'left'
  context.fillText(scale.label, end - scale.widthPx, y - 16)

  context.save()
  context.translate(right - 12, top + 22)
  context.rotate((northDeg * Math.PI) / 180)
  context.beginPath()
  context.moveTo(0, -8)
  context.lineTo(5, 10)
  context.lineTo(0, 6)
  context.lineTo(-5, 10)
  context.closePath()
  context.fill()
  context.font = font(11, 620)
  context.textAlign = 'center'
  context.fillText(words.north, 0, -15)
  context.restore()
}

function drawPins(context: CanvasRenderingContext2D, { snapshot, pins }: Sheet, left: number, top: number): void {
  context.font = font(11, 620)
  context.textAlign = 'center'
  const onPin = tokenColour('--text-inverse')
  for (const { number, place, colour } of pins) {
    const at = snapshot.project(place)
    if (!at) continue
    context.beginPath()
    context.arc(left + at.x, top + at.y, pinRadius, 0, 2 * Math.PI)
    context.fillStyle = colour
    context.fill()
    context.lineWidth = 1.5
    context.strokeStyle = context.fillStyle = onPin
    context.stroke()
    context.fillText(String(number), left + at.x, top + at.y + 0.5)
  }
}
