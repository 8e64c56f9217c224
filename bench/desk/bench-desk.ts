import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { build } from 'vite'
import { inverse } from '#src/geo/projection.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import type { Grid } from '#sandbox/raster/raster.ts'
import { chromiumPath } from '../../scripts/chromium-path.ts'
import { launchArguments } from '../../scripts/launch-arguments.ts'
import { buildApp, startServer } from '../app-server.ts'
import { median, quantile, round } from '../ratio.ts'
import type { Bench, Ratio } from '../ratio.ts'
import { fireflyScene } from '../scene.ts'
import type { Question } from './page/questions.ts'
import { liveSpectrum } from './live-spectrum.ts'
import { pageMemoryMb, peakMemoryMb } from './page-memory.ts'
import { serve } from './serve.ts'
import { openUnwatched } from './unwatched-page.ts'

const peerName = 'OpenLayers WebGLTile + GeoTIFF, Web Mercator view'
const first: Question = { bands: [117, 61], kind: 'ndvi' }
/** The same bands, each time another formula, so that no compiled shader can be had from before. */
const changes: Question[] = Array.from({ length: 9 }, (_, i) => ({
  bands: [117, 61],
  kind: 'evi2',
  soil: 2.4 + i / 100,
}))
const additions: Question[] = [
  { bands: [100, 40], kind: 'ndvi' },
  { bands: [90, 21], kind: 'ndvi' },
  { bands: [130, 70], kind: 'ndvi' },
]
const rounds = 3

type Run = {
  firstFrame: number
  changes: number[]
  additions: number[]
  bytes: number
  requests: number
  memoryMb: number | null
}

/**
 * The spectral desk's pixels beside OpenLayers: the same file, window, size and formulas, in turn in one browser, every
 * frame read back from the GPU. The file is a COG of 1000 x 1000 pixels in 135 bands.
 */
export const benchDesk: Bench = async (folder) => {
  const raster = join(folder, 'scene.tif')
  const { source, grid, scale } = fireflyScene(1000)
  await writeCog(raster, source)
  const pages = join(folder, 'pages')
  await buildPages(pages)
  const server = await serve(pages, raster)
  const app = await startServer(join(folder, 'data'), await buildApp(folder))
  const [lng, lat] = middleOf(grid)
  const executablePath = chromiumPath()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...launchArguments] })
  const pageOf = (side: 'ours' | 'peer') => `${server.url}/${side}.html?scale=${scale}&lng=${lng}&lat=${lat}`
  try {
    const runs: Record<'ours' | 'peer', Run[]> = { ours: [], peer: [] }
    const spectra: number[] = []
    for (let at = 0; at < rounds; at++) {
      for (const side of ['ours', 'peer'] as const) {
        const page = await browser.newPage({ viewport: { width: 1000, height: 1000 } })
        runs[side].push(await run(browser, page, pageOf(side), server))
        if (side === 'ours') for (let i = 0; i < 10; i++) spectra.push(await spectrumAt(page, i))
        await page.close()
      }
    }
    const statisticsMb = await statisticsPeakMb(browser, pageOf('ours'), `${server.url}/scene.tif`)
    const { drawn, seen, twoFrames } = await liveSpectrum(browser, app.url, raster)
    const each = (pick: (run: Run) => number[]) => ({ ours: runs.ours.flatMap(pick), peer: runs.peer.flatMap(pick) })
    const memory = each(({ memoryMb }) => (memoryMb === null ? [] : [memoryMb]))
    return {
      formula_to_frame: ratioOf(
        each(({ changes: times }) => times),
        'ms',
      ),
      first_frame: ratioOf(
        each(({ firstFrame }) => [firstFrame]),
        'ms',
      ),
      add_bands: ratioOf(
        each(({ additions: times }) => times),
        'ms',
      ),
      bytes: ratioOf(
        each(({ bytes }) => [bytes / 1e6]),
        'MB',
      ),
      requests: ratioOf(
        each(({ requests }) => [requests]),
        'requests',
      ),
      ...(memory.ours.length > 0 && { page_memory: ratioOf(memory, 'MB') }),
      // Nothing that OpenLayers has: 60 frames a second are the measure.
      pinned_spectrum: { ...ratioOf({ ours: spectra, peer: [1000 / 60] }, 'ms'), peerName: 'one frame of 60 a second' },
      live_spectrum: {
        ...ratioOf({ ours: drawn, peer: [50] }, 'ms'),
        p95: quantile(drawn, 0.95),
        peerName: 'from the pointer to the chart; a hand does not feel 50',
      },
      live_spectrum_frame: {
        ...ratioOf({ ours: seen, peer: twoFrames }, 'ms'),
        p95: quantile(seen, 0.95),
        peerName: 'two frames of the same page at rest',
      },
      ...(statisticsMb !== null && {
        statistics_peak: { ...ratioOf({ ours: [statisticsMb], peer: [600] }, 'MB'), peerName: 'at most 600' },
      }),
    }
  } finally {
    await browser.close()
    server.close()
    app.stop()
  }
}

async function run(
  browser: Browser,
  page: Page,
  address: string,
  server: Awaited<ReturnType<typeof serve>>,
): Promise<Run> {
  page.on('pageerror', (error) => console.error(error.message))
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()))
  await page.goto(address)
  await page.waitForFunction(() => 'desk' in window)
  server.take()
  const firstFrame = await page.evaluate(([url, question]) => window.desk.open(url, question), [
    `${server.url}/scene.tif`,
    first,
  ] as const)
  await seesPicture(page, address)
  const times: number[] = []
  for (const question of changes) times.push(await page.evaluate((asked) => window.desk.change(asked), question))
  await seesPicture(page, address)
  const added: number[] = []
  for (const question of additions) added.push(await page.evaluate((asked) => window.desk.addBands(asked), question))
  await seesPicture(page, address)
  return { firstFrame, changes: times, additions: added, ...server.take(), memoryMb: await pageMemoryMb(browser, page) }
}

/** The most that the page holds while it counts every pixel in all bands. */
async function statisticsPeakMb(browser: Browser, address: string, scene: string): Promise<number | null> {
  const page = await openUnwatched(browser, address)
  await page.evaluate(
    `new Promise((go) => { const look = () => ('desk' in window ? go() : setTimeout(look, 20)); look() })`,
  )
  await page.evaluate(`window.desk.open('${scene}', ${JSON.stringify(first)})`)
  const peakMb = await peakMemoryMb(browser, () => page.evaluate('window.statistics()'))
  await page.close()
  return peakMb
}

/** A fast frame without a picture would be no frame. */
async function seesPicture(page: Page, address: string): Promise<void> {
  const [red = 0, green = 0, blue = 0, alpha = 0] = await page.evaluate(() => window.desk.middle())
  if (alpha === 0 || red + green + blue === 0) throw new Error(`${address} shows nothing`)
}

async function spectrumAt(page: Page, i: number): Promise<number> {
  // The first one reads the tile; those that follow lie in it, as under a moving pointer.
  if (i === 0) await page.evaluate(() => window.spectrumAt(300, 300))
  return page.evaluate((x) => window.spectrumAt(x, 310), 301 + i * 7)
}

const ratioOf = ({ ours, peer }: { ours: number[]; peer: number[] }, unit: string): Ratio => {
  const [a, b] = [median(ours), median(peer)]
  return { ours: round(a), peer: round(b), ratio: round(b / a), unit, peerName }
}

function middleOf({ originX, originY, pixelSize, width, height, epsg }: Grid) {
  return inverse([originX + (pixelSize * width) / 2, originY - (pixelSize * height) / 2], epsg)
}

async function buildPages(outDir: string): Promise<void> {
  const root = resolve(import.meta.dirname, 'page')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { input: ['ours', 'peer'].map((name) => join(root, `${name}.html`)) },
    },
  })
}
