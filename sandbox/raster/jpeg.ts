import { createCanvas } from '@napi-rs/canvas'
import type { RgbaImage } from './png.ts'

/** Fine enough that no blocks are seen, at a tenth of a PNG's size. */
const quality = 88

/** A JPEG (ITU-T T.81). It knows no transparency: what is transparent becomes black, the way services deliver it. */
export async function encodeJpeg({ width, height, rgba }: RgbaImage): Promise<Buffer> {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const pixels = context.createImageData(width, height)
  pixels.data.set(rgba)
  context.putImageData(pixels, 0, 0)
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = 'black'
  context.fillRect(0, 0, width, height)
  return canvas.encode('jpeg', quality)
}
