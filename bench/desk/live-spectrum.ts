import type { Browser, Page } from '@playwright/test'
import type {} from '#src/map/test-handle.ts'

const moves = 60

/** Milliseconds from the pointer's event on. */
export type LiveTimes = {
  /** Until the chart is drawn. */
  drawn: number[]
  /** Until the next frame begins, with which it can be seen. */
  seen: number[]
  /** What two frames of the page take while nothing happens: no hand can be answered sooner than with the second. */
  twoFrames: number[]
}

/** How soon the chart of the desk shows the spectrum under a pointer that moves where the pixels are loaded. */
export async function liveSpectrum(browser: Browser, app: string, raster: string): Promise<LiveTimes> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => console.error(error.message))
  await page.goto(`${app}/desk`)
  await page.locator('input[type=file]').setInputFiles(raster)
  const charts = page.getByRole('region', { name: 'Charts' })
  await charts.getByRole('img').locator('canvas').waitFor({ timeout: 60_000 })
  await page.waitForFunction(() => window.swathMap?.isIdle() ?? false, null, { timeout: 60_000 })
  const box = (await charts.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y / 2]
  await page.mouse.move(x, y, { steps: 3 })
  await charts.getByRole('img', { name: /Under the pointer/ }).waitFor()
  const twoFrames = await watch(page)
  const times: LiveTimes = { drawn: [], seen: [], twoFrames }
  for (let i = 1; i <= moves; i++) {
    await page.mouse.move(x + 3 * (i % 10), y + i)
    const { drawn, seen } = await page.evaluate(() => window.shown())
    times.drawn.push(drawn)
    times.seen.push(seen)
  }
  await page.close()
  return times
}

declare global {
  interface Window {
    /** Waits until what the pointer's last event asked for is on the chart. */
    shown: () => Promise<{ drawn: number; seen: number }>
  }
}

/** Notes when the pointer moves, and when the chart is drawn: the plot begins each drawing with an empty canvas. */
function watch(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    let [moved, drawn, seen] = [0, 0, 0]
    const frame = () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())))
    addEventListener('mousemove', ({ timeStamp }) => (moved = timeStamp), { capture: true })
    const context = document.querySelector<HTMLCanvasElement>('[role=img] canvas')!.getContext('2d')!
    const clear = context.clearRect.bind(context)
    context.clearRect = (...box) => {
      clear(...box)
      // The rest is drawn at once.
      queueMicrotask(() => (drawn = performance.now()))
      void frame().then((at) => (seen = at))
    }
    window.shown = async () => {
      while (drawn <= moved || seen <= drawn) await frame()
      return { drawn: drawn - moved, seen: seen - moved }
    }
    const atRest: number[] = []
    for (let i = 0; i < 20; i++) {
      const start = await frame()
      await frame()
      atRest.push((await frame()) - start)
    }
    return atRest
  })
}
