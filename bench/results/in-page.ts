import type { Page } from '@playwright/test'
import type {} from '#src/map/test-handle.ts'
import type {} from './page/peer.ts'

/** Frames of one pan, so many that a slow one alone decides nothing. */
const panFrames = 10
const filterPresses = 6

export const idle = (page: Page) =>
  page.waitForFunction(() => window.swathMap?.isIdle() ?? false, null, { timeout: 120_000 })

/** Milliseconds a frame takes while the map is pushed a little further with each, over a map at rest. */
export async function panFrameMs(page: Page): Promise<number> {
  await idle(page)
  return page.evaluate(async (frames) => {
    const map = window.swathMap!
    const { lng, lat, zoom } = map.camera()
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await frame()
    const start = performance.now()
    for (let i = 1; i <= frames; i++) {
      map.jumpTo({ lng: lng + 0.2 * Math.sin((i / frames) * 2 * Math.PI), lat, zoom })
      await frame()
    }
    return (performance.now() - start) / frames
  }, panFrames)
}

/** The whole area in the window, beside the panel. */
export async function lookAtArea(page: Page): Promise<void> {
  await idle(page)
  await page.evaluate(() => window.swathMap!.jumpTo({ lng: 12.4, lat: 52.5, zoom: 6.4 }))
  await idle(page)
}

/**
 * Presses the commonest value of a facet, and again to let it go. @returns milliseconds from a press until the list says how
 * many are left and the map shows them, read back from the GPU; and until the map rests, which is when the pointer finds them,
 * too. Medians of some presses.
 */
export async function pressFilterMs(page: Page): Promise<{ shown: number; atRest: number }> {
  await idle(page)
  return page.evaluate(async (presses) => {
    const gl = document.querySelector('canvas')!.getContext('webgl2')!
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const listed = () => document.querySelector('[aria-label="Scenes"] > li')?.ariaSetSize
    const value = document.querySelector<HTMLElement>('[role="group"][aria-label="Satellite"] button')!
    const shown: number[] = []
    const atRest: number[] = []
    for (let i = 0; i < presses; i++) {
      const before = listed()
      const start = performance.now()
      value.click()
      while (listed() === before) await frame()
      await frame()
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
      shown.push(performance.now() - start)
      while (!window.swathMap!.isIdle()) await frame()
      await frame()
      atRest.push(performance.now() - start)
      // Its state is told to the address later, which is no part of it.
      await new Promise((done) => setTimeout(done, 1500))
    }
    const middle = (ms: number[]) => ms.toSorted((a, b) => a - b)[Math.floor(presses / 2)]!
    return { shown: middle(shown), atRest: middle(atRest) }
  }, filterPresses)
}

/** Milliseconds from handing over half of the outlines until the map has drawn them and rests. */
export async function showHalfMs(page: Page, footprints: GeoJSON.Polygon[]): Promise<number> {
  await idle(page)
  const tookMs = await page.evaluate(
    async (left) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      const start = performance.now()
      window.outlines.show(left)
      await frame()
      while (!window.swathMap!.isIdle()) await frame()
      await frame()
      return performance.now() - start
    },
    footprints.filter((_, i) => i % 2 === 0),
  )
  await page.evaluate((all) => window.outlines.show(all), footprints)
  return tookMs
}
