import { createRequire } from 'node:module'
import { GlobalFonts, createCanvas } from '@napi-rs/canvas'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { writeFile, rename } from 'node:fs/promises'
import type { PixelTask } from '#sandbox/work/pixel-tasks.ts'
import { classOf } from './class-counts.ts'
import { readMosaic } from './mosaic.ts'

type Task = Extract<PixelTask, { kind: 'legend-png' }>

const maxImagePixels = 1600
const minImagePixels = 400
const legendWidth = 280
const margin = 24
const rowHeight = 24
const ink = '#1b1b1b'
const paper = '#ffffff'

/** The picture an analyst puts into a report: the index in its class colours, the legend with class ranges beside it. */
export async function writeLegendPng({ sources, title, subtitle, classes, rescale, out }: Task): Promise<null> {
  registerFont()
  const { bands, ...size } = await readMosaic(sources, maxImagePixels)

  const enlarge = Math.max(1, Math.floor(minImagePixels / Math.max(size.width, size.height)))
  const [imageWidth, imageHeight] = [size.width * enlarge, size.height * enlarge]
  const legendHeight = 64 + classes.length * rowHeight
  const canvas = createCanvas(imageWidth + legendWidth + margin * 3, Math.max(imageHeight, legendHeight) + margin * 2)
  const context = canvas.getContext('2d')
  context.fillStyle = paper
  context.fillRect(0, 0, canvas.width, canvas.height)

  const picture = createCanvas(size.width, size.height)
  const pixels = picture.getContext('2d').createImageData(size.width, size.height)
  paint(pixels.data, bands, classes, rescale)
  picture.getContext('2d').putImageData(pixels, 0, 0)
  context.imageSmoothingEnabled = false
  context.drawImage(picture, margin, margin, imageWidth, imageHeight)
  drawLegend(context, imageWidth + margin * 2, title, subtitle, classes)

  await writeFile(`${out}.part`, await canvas.encode('png'))
  await rename(`${out}.part`, out)
  return null
}

function paint(
  rgba: Uint8ClampedArray,
  bands: Float32Array[],
  classes: Task['classes'],
  [low, high]: [number, number],
) {
  const colours = classes.map(({ color }) => rgbOf(color))
  const [first, second = first, third = first] = bands
  for (let i = 0; i < first!.length; i++) {
    const value = first![i]!
    if (Number.isNaN(value)) continue
    if (classes.length === 0) {
      const stretch = (x: number) => ((x - low) / (high - low)) * 255
      rgba.set([stretch(value), stretch(second![i]!), stretch(third![i]!), 255], i * 4)
      continue
    }
    const colour = colours[classOf(value, classes)]
    if (colour) rgba.set([...colour, 255], i * 4)
  }
}

function drawLegend(context: SKRSContext2D, x: number, title: string, subtitle: string, classes: Task['classes']) {
  context.fillStyle = ink
  context.textBaseline = 'middle'
  context.font = '600 16px "Inter Legend"'
  context.fillText(title, x, margin + 10, legendWidth)
  context.font = '13px "Inter Legend"'
  context.fillText(subtitle, x, margin + 34, legendWidth)
  for (const [i, { color, label, min, max }] of classes.entries()) {
    const y = margin + 64 + i * rowHeight
    context.fillStyle = color
    context.fillRect(x, y, 20, 16)
    context.strokeStyle = '#00000040'
    context.strokeRect(x + 0.5, y + 0.5, 19, 15)
    context.fillStyle = ink
    context.fillText(label, x + 30, y + 9, 120)
    context.textAlign = 'right'
    context.fillText(`${short(min)} – ${short(max)}`, x + legendWidth, y + 9, 124)
    context.textAlign = 'left'
  }
}

const short = (value: number) => String(Number(value.toPrecision(4))).replace('-', '−')

function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1, 7), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** The app's own typeface, so that the picture looks the same on a machine without fonts. */
function registerFont() {
  if (GlobalFonts.has('Inter Legend')) return
  const require = createRequire(import.meta.url)
  GlobalFonts.registerFromPath(
    require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
    'Inter Legend',
  )
}
