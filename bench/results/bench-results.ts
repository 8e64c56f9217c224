import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { chromiumPath } from '../../scripts/chromium-path.ts'
import { launchArguments } from '../../scripts/launch-arguments.ts'
import { median, round } from '../ratio.ts'
import type { Bench, Ratio } from '../ratio.ts'
import { buildApp, startServer } from '../app-server.ts'
import { buildOutlinePages } from './build-pages.ts'
import { fillSandbox } from './fill-sandbox.ts'
import { lookAtArea, panFrameMs, pressFilterMs, showHalfMs } from './in-page.ts'
import { area } from './one-area.ts'

/** STAC Browser with a thousand results, as it was measured once on two cores; it is not run again here. */
const stacBrowser = { name: 'STAC Browser, measured once', usableMs: 20_800, nodes: 10_662, heapMb: 221 }
const rounds = 2
const ofBareMap = 'half of the outlines handed to a bare map, at rest'
/** Nearly 5,000 of the light collections: with more, the first 5,000 would be drawn and what a filter leaves out be refilled. */
const fewerThanCeiling = `area=${Object.values(area).join(',')}&from=2025-09-10&to=2026-11-01`
/** Their items are small, so that reading thousands takes a minute and not ten. Half of the scenes are theirs. */
const lightCollections = ['sentinel-2-l2a', 'landsat-c2-l2']

/**
 * Explore with thousands of results, in the built app on a sandbox with that many scenes over one area: how soon a
 * thousand can be used, what they cost, and how the map of their outlines moves beside a bare one.
 */
export const benchResults: Bench = async (folder) => {
  const app = await buildApp(folder)
  await buildOutlinePages(app)
  const footprints = await fillSandbox(folder, 42_000, lightCollections)
  const server = await startServer(folder, app)
  const executablePath = chromiumPath()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...launchArguments] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.on('pageerror', (error) => console.error(error.message))
    const search = `area=${Object.values(area).join(',')}&from=2021-11-01&to=2026-11-01`
    await page.goto(`${server.url}/explore?${search}`)
    const usableMs = await showRows(page, 1000)
    const inAllMs = await page.evaluate(() => performance.now())
    const results = {
      results_1000: told(usableMs, stacBrowser.usableMs, 'ms', `${stacBrowser.name}; at most 2500`),
      results_1000_in_all: told(
        inAllMs,
        stacBrowser.usableMs,
        'ms',
        `${stacBrowser.name}; ours from opening the page, all answers included`,
      ),
      results_1000_nodes: told(await nodesOf(page), stacBrowser.nodes, 'nodes', `${stacBrowser.name}; at most 1500`),
      results_1000_heap: told(await heapMb(page), stacBrowser.heapMb, 'MB', `${stacBrowser.name}; at most 80`),
    }
    await page.close()
    const filtering = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await filtering.goto(`${server.url}/explore?${fewerThanCeiling}&collections=${lightCollections.join(',')}`)
    await showRows(filtering, 4500)
    const filter = await pressFilterMs(filtering)
    await filtering.close()
    const pages = { ours: `${server.url}/ours.html`, peer: `${server.url}/peer.html` }
    const five = await besideBareMap(browser, pages, footprints.slice(0, 5000))
    const twenty = await besideBareMap(browser, pages, footprints.slice(0, 20_000))
    return {
      ...results,
      footprints_5000: five.frames,
      footprints_5000_filter: told(filter.shown, five.changes.peer, 'ms', `${ofBareMap}; at most 450`),
      footprints_5000_rest: told(
        filter.atRest,
        five.changes.peer,
        'ms',
        `${ofBareMap}; when the pointer finds them, too`,
      ),
      footprints_5000_replaced: five.changes,
      footprints_20000: twenty.frames,
      footprints_20000_replaced: twenty.changes,
    }
  } finally {
    await browser.close()
    server.stop()
  }
}

async function outlinesPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('pageerror', (error) => console.error(error.message))
  await page.goto(address)
  await page.waitForFunction(() => 'outlines' in window)
  await lookAtArea(page)
  return page
}

/** Frames of a pan and changes of what is shown, in turn with a bare map that has all of the outlines. */
async function besideBareMap(
  browser: Browser,
  addresses: Record<'ours' | 'peer', string>,
  footprints: GeoJSON.Polygon[],
) {
  const frames: Sides = { ours: [], peer: [] }
  const changes: Sides = { ours: [], peer: [] }
  for (let at = 0; at < rounds; at++) {
    for (const side of ['ours', 'peer'] as const) {
      // One page at a time: browsers draw no frames for those behind.
      const page = await outlinesPage(browser, addresses[side])
      await page.evaluate((shown) => window.outlines.show(shown), footprints)
      changes[side].push(await showHalfMs(page, footprints))
      frames[side].push(await panFrameMs(page))
      await page.close()
    }
  }
  return {
    frames: ratioOf(frames, 'a frame of panning a bare map with all of these outlines; at most 1.2 of it'),
    changes: ratioOf(changes, 'half of the outlines handed to the bare map; no more than it'),
  }
}

type Sides = { ours: number[]; peer: number[] }

const told = (ours: number, peer: number, unit: string, peerName: string): Ratio => ({
  ours: round(ours),
  peer,
  ratio: round(peer / ours),
  unit,
  peerName,
})

const ratioOf = ({ ours, peer }: Sides, peerName: string): Ratio =>
  told(median(ours), round(median(peer)), 'ms', peerName)

/**
 * Presses "Show more" until so many rows are there. @returns milliseconds from the last press until all could be used: the
 * list has them, and the End key has brought the last one into sight. The answer lies in between, if it was not read ahead.
 */
export function showRows(page: Page, count: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const rows = () => document.querySelectorAll<HTMLElement>('[aria-label="Scenes"] > li')
    const size = () => Number(rows()[0]?.ariaSetSize ?? 0)
    let pressed = performance.now()
    while (size() < wanted) {
      await frame()
      const more = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Show more')
      if (!more || size() === 0) continue
      const before = size()
      pressed = performance.now()
      more.click()
      while (size() === before) await frame()
    }
    rows()[0]?.querySelector<HTMLElement>('[data-row-main]')?.focus()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))
    while (document.activeElement?.closest('li')?.ariaPosInSet !== String(size())) await frame()
    await frame()
    return performance.now() - pressed
  }, count)
}

const nodesOf = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}
