import type { Position } from 'geojson'

/**
 * The part of a picture that lies in some rings, transparent around it: JPEGs are black where there is nothing. The rings
 * are in shares of the picture from its upper left.
 */
export function cutOut(picture: HTMLImageElement, rings: readonly Position[][]): Promise<ImageBitmap> {
  const { naturalWidth: width, naturalHeight: height } = picture
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the browser gives no canvas')
  context.beginPath()
  for (const ring of rings) {
    for (const [i, [x = 0, y = 0]] of ring.entries()) {
      if (i === 0) context.moveTo(x * width, y * height)
      else context.lineTo(x * width, y * height)
    }
    context.closePath()
  }
  context.clip('evenodd')
  context.drawImage(picture, 0, 0)
  return createImageBitmap(canvas)
}
