import type { Pixel } from '#src/imagery/read-spectrum.ts'
import type { SampleValues } from './read-sample.ts'

export type LiveSpectrum = { pixel: Pixel; place: readonly [lng: number, lat: number]; read: SampleValues }

export type LiveReader = {
  moveTo: (pixel: Pixel, place: LiveSpectrum['place']) => void
  /** The pointer has left; what is being read is not wanted any more. */
  leave: () => void
}

/** A pixel this far away lies in other tiles: what was asked for the last one is not worth waiting for. */
const farPixels = 256

type Asked = Omit<LiveSpectrum, 'read'> & { controller: AbortController }

/**
 * Reads the pixel under a moving pointer, at most one a frame. One is read at a time and then the newest, so that a hand that
 * moves on within tiles that are still being read gets them, and does not ask for them again with each step.
 */
export function createLiveReader(
  readPixel: (pixel: Pixel, signal: AbortSignal) => Promise<SampleValues>,
  show: (spectrum: LiveSpectrum | undefined) => void,
  nextFrame: (callback: () => void) => void = requestAnimationFrame,
): LiveReader {
  let reading: Asked | undefined
  let waiting: Omit<LiveSpectrum, 'read'> | undefined
  let last: Pixel | undefined
  let isScheduled = false

  const schedule = () => {
    if (!waiting || reading || isScheduled) return
    isScheduled = true
    nextFrame(() => {
      isScheduled = false
      if (waiting && !reading) void read({ ...waiting, controller: new AbortController() })
    })
  }

  const read = async (asked: Asked) => {
    const { pixel, place, controller } = asked
    waiting = undefined
    reading = asked
    try {
      const values = await readPixel(pixel, controller.signal)
      if (reading === asked) show({ pixel, place, read: values })
    } catch {
      // Pinning the place says why it can not be read; while passing by, a line that is not there says enough.
    }
    if (reading !== asked) return
    reading = undefined
    schedule()
  }

  return {
    moveTo(pixel, place) {
      if (last?.x === pixel.x && last.y === pixel.y) return
      last = pixel
      waiting = { pixel, place }
      if (reading && Math.hypot(reading.pixel.x - pixel.x, reading.pixel.y - pixel.y) > farPixels) {
        reading.controller.abort()
        reading = undefined
      }
      schedule()
    },
    leave() {
      reading?.controller.abort()
      reading = waiting = last = undefined
      show(undefined)
    },
  }
}
