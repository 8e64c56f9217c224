/** What both pages are asked to paint: a formula over two bands (counted from 0) of reflectance. */
export type Question = { bands: readonly [nir: number, red: number]; kind: 'ndvi' | 'evi2'; soil?: number }

/** How a page is driven; every call answers the milliseconds from asking to the finished frame, read back from the GPU. */
export type DeskPage = {
  open: (url: string, question: Question) => Promise<number>
  /** Another formula over the same bands. */
  change: (question: Question) => Promise<number>
  /** A formula over bands that were not read yet. */
  addBands: (question: Question) => Promise<number>
  /** The colour in the middle of the picture, to see that there is one. */
  middle: () => readonly number[]
}

const told = new URLSearchParams(globalThis.location?.search ?? '')
/** A Web Mercator view that the whole scene fills: at 52 degrees north a pixel of it for each of the page. */
export const view = { lng: Number(told.get('lng')), lat: Number(told.get('lat')), zoom: 14.22, size: 1000 }
/** From the digits of the file to reflectance. */
export const scale = Number(told.get('scale'))
export const range = [-0.2, 0.9] as const
/** Five stops of viridis (van der Walt and Smith, 2015). */
export const stops = ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'] as const

declare global {
  interface Window {
    desk: DeskPage
  }
}

/** Waits for all that was sent to the GPU, which `gl.finish` alone does not promise in a browser. */
export function finish(gl: WebGLRenderingContext | WebGL2RenderingContext, at = view.size / 2): Uint8Array {
  gl.finish()
  const pixel = new Uint8Array(4)
  gl.readPixels(at, at, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
  return pixel
}
