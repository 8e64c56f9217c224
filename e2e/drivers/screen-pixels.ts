import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Page } from './browser.ts'

export type Rgb = readonly [red: number, green: number, blue: number]

/** What a person sees: the pixels of the window as it is now. */
export async function screenPixels(page: Page) {
  const image = await loadImage(await page.screenshot())
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
  return {
    width,
    height,
    at(x: number, y: number): Rgb {
      const i = (Math.round(y) * width + Math.round(x)) * 4
      return [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0]
    },
  }
}

export type ScreenPixels = Awaited<ReturnType<typeof screenPixels>>

/** The largest difference of a channel, 0 to 255. */
export function colourDistance(a: Rgb, b: Rgb): number {
  return Math.max(...a.map((channel, i) => Math.abs(channel - (b[i] ?? 0))))
}

/** Share of pixels of a box whose colour differs visibly. */
export function shareDiffering(
  a: ScreenPixels,
  b: ScreenPixels,
  box: { x: number; y: number; width: number; height: number },
): number {
  let differing = 0
  for (let y = Math.ceil(box.y); y < box.y + box.height; y++) {
    for (let x = Math.ceil(box.x); x < box.x + box.width; x++) {
      if (colourDistance(a.at(x, y), b.at(x, y)) > 4) differing++
    }
  }
  return differing / (box.width * box.height)
}

/** 0 for a grey, 1 for a pure colour: how far apart its channels are. */
export function colourfulness(colour: Rgb): number {
  return (Math.max(...colour) - Math.min(...colour)) / 255
}

/** Twelfths of the colour circle that are seen within a box, greys left out: 0 red, 4 green, 8 blue. */
export function huesWithin(pixels: ScreenPixels, box: { x: number; y: number; width: number; height: number }) {
  const counts = new Map<number, number>()
  for (let y = Math.ceil(box.y); y < box.y + box.height; y++) {
    for (let x = Math.ceil(box.x); x < box.x + box.width; x++) {
      const colour = pixels.at(x, y)
      if (colourfulness(colour) < 0.2) continue
      const twelfth = Math.floor(hueTurns(colour) * 12)
      counts.set(twelfth, (counts.get(twelfth) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, pixelsOfHue]) => pixelsOfHue >= 20).map(([twelfth]) => twelfth))
}

function hueTurns([red, green, blue]: Rgb): number {
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  const sixths =
    most === red ? (green - blue) / range + 6 : most === green ? (blue - red) / range + 2 : (red - green) / range + 4
  return (sixths % 6) / 6
}
