import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fromArrayBuffer } from 'geotiff'
import { createServer } from 'vite'
import type { ViteDevServer } from 'vite'
import { expect, test } from '../drivers/browser.ts'
import type { Page } from '../drivers/browser.ts'
import type { Pixel } from '../pixels/gpu-page.ts'

const root = resolve(import.meta.dirname, '../..')
const realScene = process.env.SWATH_REAL_SCENE

let vite: ViteDevServer
test.beforeAll(async () => {
  vite = await createServer({ root, configFile: join(root, 'vite.config.ts'), server: { port: 0 }, logLevel: 'error' })
  await vite.listen()
})
test.afterAll(() => vite.close())

test.describe('the values that the GPU paints', () => {
  test.skip(!realScene, 'SWATH_REAL_SCENE names no file: what the GPU paints is not compared with a measured scene')

  /** The scene in the page, and the reflectance of its pixels as other people's code reads it. */
  async function open(page: Page) {
    const bytes = readFileSync(realScene!)
    const json = readFileSync(realScene!.replace(/\.tif$/, '.json'), 'utf8')
    const { bands } = JSON.parse(json) as { bands: { name: string; center_wavelength_nm: number }[] }
    const image = await (await fromArrayBuffer(new Uint8Array(bytes).buffer)).getImage()
    const rasters = (await image.readRasters()) as unknown as ArrayLike<number>[]
    const [width, height] = [image.getWidth(), image.getHeight()]
    const pixels = Array.from({ length: 120 }, (_, i): Pixel => [(i * 37 + 5) % width, (i * 23 + 3) % height])
    const reflectance = ([x, y]: Pixel, band: number) => {
      const sample = rasters[band]![y * width + x]!
      return sample === -32768 ? NaN : sample * 0.0001
    }
    await page.goto(`${vite.resolvedUrls!.local[0]!}e2e/pixels/gpu.html`)
    await page.waitForFunction(() => 'gpu' in window)
    await page.evaluate(([file, text]) => window.gpu.open(file, text), [bytes.toString('base64'), json] as const)
    const near = (nm: number) =>
      bands
        .map(({ center_wavelength_nm }, band) => ({ band, far: Math.abs(center_wavelength_nm - nm) }))
        .reduce((a, b) => (b.far < a.far ? b : a)).band
    return { bands, pixels, reflectance, near }
  }

  type Case = { name: string; formula: string; range: [number, number]; value: (at: (nm: number) => number) => number }
  const cases: Case[] = [
    {
      name: 'NDVI',
      formula: '(R864 - R655) / (R864 + R655)',
      range: [-1.1, 1.1],
      value: (at) => (at(864) - at(655)) / (at(864) + at(655)),
    },
    {
      // Has constants, so it is wrong on digits that are not reflectance.
      name: 'EVI',
      formula: '2.5 * (R864 - R655) / (R864 + 6 * R655 - 7.5 * R482 + 1)',
      range: [-1, 1.5],
      value: (at) => (2.5 * (at(864) - at(655))) / (at(864) + 6 * at(655) - 7.5 * at(482) + 1),
    },
  ]
  for (const { name, formula, range, value } of cases) {
    test(`${name} at 100 pixels is that of the file`, async ({ page }) => {
      const { pixels, reflectance, near } = await open(page)
      const found = await page.evaluate((asked) => window.gpu.values(...asked), [formula, range, pixels] as const)
      const expected = pixels.map((pixel) => value((nm) => reflectance(pixel, near(nm))))
      let painted = 0
      expected.forEach((wanted, i) => {
        const [gpu, script, where] = [found.gpu[i]!, found.script[i]!, pixels[i]!.join()]
        // Nothing divided by nothing is no value, and is not painted.
        if (!Number.isFinite(wanted)) return expect([gpu, script], where).toEqual([NaN, NaN])
        expect(Math.abs(script - wanted), `in JavaScript at ${where}`).toBeLessThan(1e-6)
        // Dark water after the correction of the atmosphere: beyond the range of the colours.
        if (wanted < range[0] || wanted > range[1]) return
        painted++
        const off = Math.abs(gpu - wanted) / (range[1] - range[0])
        expect(off, `on the GPU at ${where}: ${gpu} for ${wanted}`).toBeLessThan(1e-3)
      })
      expect(painted).toBeGreaterThanOrEqual(100)
    })
  }

  test('bands that are on the GPU stay right as room is made for more', async ({ page }) => {
    const { pixels } = await open(page)
    const ndvi = ['(R864 - R655) / (R864 + R655)', [-1.1, 1.1], pixels] as const
    const before = await page.evaluate((asked) => window.gpu.values(...asked), ndvi)
    await page.evaluate((asked) => window.gpu.values(...asked), ['R400:700', [0, 0.5], pixels] as const)
    const after = await page.evaluate((asked) => window.gpu.values(...asked), ndvi)
    expect(before.gpu.filter((value) => value > 0.5).length).toBeGreaterThan(10)
    expect(after.gpu).toEqual(before.gpu)
  })

  test('the spectral angle at 100 pixels is that of the file', async ({ page }) => {
    const { bands, pixels, reflectance } = await open(page)
    const reference = pixels[7]!
    const found = await page.evaluate((asked) => window.gpu.angles(...asked), [reference, pixels] as const)
    pixels.forEach((pixel, i) => {
      let [dot, aa, bb] = [0, 0, 0]
      bands.forEach((_, band) => {
        const [a, b] = [reflectance(pixel, band), reflectance(reference, band)]
        if (Number.isNaN(a) || Number.isNaN(b)) return
        dot += a * b
        aa += a * a
        bb += b * b
      })
      const wanted = Math.acos(Math.min(1, dot / Math.sqrt(aa * bb)))
      expect(Math.abs(found[i]! - wanted), pixel.join()).toBeLessThan(1e-3)
    })
    expect(new Set(found.map((rad) => rad.toFixed(2))).size).toBeGreaterThan(10)
  })

  test('a formula over all bands that hold anything is painted as one over two is', async ({ page }) => {
    const { bands, pixels, reflectance } = await open(page)
    // Six bands in the water of the air are empty everywhere, and one pixel without a value has no mean.
    const shorter = bands.filter(({ center_wavelength_nm: nm }) => nm < 1325).length
    const longer = bands.filter(({ center_wavelength_nm: nm }) => nm > 1396).length
    expect(shorter + longer).toBe(218)
    const formula = `(${shorter} * R400:1325 + ${longer} * R1396:2500) / ${shorter + longer}`
    const found = await page.evaluate((each) => window.gpu.values(...each), [formula, [0, 0.5], pixels] as const)
    let painted = 0
    pixels.forEach((pixel, i) => {
      const all = bands.map((_, band) => reflectance(pixel, band)).filter((value) => !Number.isNaN(value))
      const wanted = all.reduce((sum, value) => sum + value, 0) / all.length
      if (all.length < 218 || wanted <= 0) return
      painted++
      expect(Math.abs(found.gpu[i]! - wanted) / 0.5, pixel.join()).toBeLessThan(1e-3)
    })
    expect(painted).toBeGreaterThanOrEqual(100)
  })
})
