import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createServer } from 'vite'
import type { ViteDevServer } from 'vite'
import { expect, test } from '../drivers/browser.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'src/imagery/fixtures/every-kind')
const told = JSON.parse(readFileSync(join(folder, 'values.json'), 'utf8')) as Record<string, string[]>

let vite: ViteDevServer
test.beforeAll(async () => {
  vite = await createServer({ root, configFile: join(root, 'vite.config.ts'), server: { port: 0 }, logLevel: 'error' })
  await vite.listen()
})
test.afterAll(() => vite.close())

// What Node can not show: real workers, transferred memory, the browser's inflate, a codec that is loaded when needed.
test('every kind of raster is unpacked in workers, abortable, with memory accounted for', async ({ page }) => {
  const address = vite.resolvedUrls!.local[0]!
  await page.goto(`${address}e2e/pixels/page.html`)
  const files = Object.entries(told).map(([name, bands]) => ({
    name,
    bands,
    base64: readFileSync(join(folder, `${name}.tif`)).toString('base64'),
  }))
  const seen = await page.evaluate(async (given) => {
    const load = (path: string) => import(/* @vite-ignore */ path)
    const { openLocal } = (await load('/src/imagery/open-cog.ts')) as typeof import('#src/imagery/open-cog.ts')
    const { readWindow } = (await load('/src/imagery/read-window.ts')) as typeof import('#src/imagery/read-window.ts')
    const { readSpectrum } = (await load(
      '/src/imagery/read-spectrum.ts',
    )) as typeof import('#src/imagery/read-spectrum.ts')
    const { regionStatistics } = (await load(
      '/src/imagery/region-statistics.ts',
    )) as typeof import('#src/imagery/region-statistics.ts')
    const { imageryUsage } = (await load(
      '/src/imagery/imagery-usage.ts',
    )) as typeof import('#src/imagery/imagery-usage.ts')
    const wrong: string[] = []
    for (const { name, bands, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const cog = await openLocal({ data: new File([bytes], `${name}.tif`) })
      const { width, height } = cog.info.grid
      const all = bands.map((_, band) => band)
      const shown = await readWindow(cog, all)
      const { bands: counted } = await regionStatistics(cog, null)
      for (const [band, line] of bands.entries()) {
        const expected = line.split(' ').map(Number)
        const isFloat = shown[band] instanceof Float32Array
        for (const [i, value] of expected.entries()) {
          const [x, y] = [(i * 17) % width, Math.floor((i * 17) / width)]
          const exact = (await readSpectrum(cog, { x, y }))[band]!
          const rounded = isFloat ? Math.fround(value) : value
          const isNone = Number.isNaN(value) || value === cog.info.nodata
          if (!Object.is(shown[band]![i * 17]! + 0, rounded + 0)) wrong.push(`${name} ${band} ${x},${y}`)
          if (!Object.is(exact + 0, isNone ? NaN : value + 0)) wrong.push(`${name} ${band} ${x},${y} spectrum`)
        }
        const valid = [...shown[band]!].filter((value) => !Number.isNaN(value) && value !== cog.info.nodata)
        const { count, min, max } = counted[band]!
        if (
          count !== valid.length ||
          Math.fround(min) !== Math.min(...valid) ||
          Math.fround(max) !== Math.max(...valid)
        )
          wrong.push(`${name} ${band} statistics over ${width} x ${height}`)
      }
    }
    const bytes = Uint8Array.from(atob(given[0]!.base64), (character) => character.charCodeAt(0))
    const cog = await openLocal({ data: new File([bytes], 'a.tif') })
    const controller = new AbortController()
    const stopped = readWindow(cog, [0], { signal: controller.signal }).catch((error: unknown) => String(error))
    controller.abort(new Error('not wanted'))
    const damaged = bytes.slice()
    damaged.fill(7, 600)
    const broken = await openLocal({ data: new File([damaged], 'b.tif') })
      .then((open) => readWindow(open, [0]))
      .catch((error: unknown) => String(error))
    return {
      wrong,
      stopped: await stopped,
      broken,
      again: (await readWindow(cog, [0]))[0]!.length,
      usage: imageryUsage.get(),
    }
  }, files)
  expect(seen.wrong).toEqual([])
  expect(seen.stopped).toContain('not wanted')
  expect(seen.broken).toMatch(/ImageryError: .*\.$/)
  expect(seen.again).toBe(21 * 18)
  expect(seen.usage.heldBytes).toBeGreaterThan(1000)
  expect(seen.usage.inFlight).toBe(0)
  expect(page.workers().length).toBeGreaterThan(0)
})
