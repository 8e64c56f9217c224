import { createCanvas, loadImage } from '@napi-rs/canvas'
import { fromArrayBuffer } from 'geotiff'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleColormap } from '#src/formula/colormaps.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import { expect, test } from '../drivers/browser.ts'
import { grounds, places, writeHyperspectralFile } from '../drivers/hyperspectral-file.ts'
import type { LngLat } from '../drivers/map.ts'
import { colourDistance, screenPixels, shareDiffering } from '../drivers/screen-pixels.ts'
import type { Rgb } from '../drivers/screen-pixels.ts'
import { spectraDriver } from '../drivers/spectra.ts'
import { deskDriver } from '../drivers/spectral-desk.ts'

let folder = ''
let file = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'swath-export-'))
  file = await writeHyperspectralFile(folder)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ground = (nm: number) => number
const { plants, soil } = grounds
const ndvi = (ground: Ground) => (ground(850) - ground(670)) / (ground(850) + ground(670))
const trueColour = (ground: Ground): Rgb =>
  [650, 550, 480].map((nm) => Math.round(Math.min(1, ground(nm) / 0.25) * 255)) as unknown as Rgb
/** Clear of a pin. */
const north = ([lng, lat]: LngLat): LngLat => [lng, lat + 0.001]
const green = (value: number) => sampleColormap('viridis', (value + 0.2) / 1.1)

test('a file is dropped, looked at, computed, swiped, measured and saved, and its link shows the same', async ({
  page,
}) => {
  const desk = deskDriver(page)
  const spectra = spectraDriver(page)
  await desk.open()
  await desk.drop(file)
  await desk.seeColour(places.plants, trueColour(plants))

  // A formula with a mistake, then without.
  await page.keyboard.press('/')
  await desk.formula.fill('(nir - red) / (nir + rod)')
  await expect(page.getByText(/no band "rod"/)).toBeVisible()
  await desk.formula.fill('(nir - red) / (nir + red)')
  await desk.setRange('NDVI', -0.2, 0.9)
  await desk.seeColour(places.plants, green(ndvi(plants)))

  // Beside it what the eye would see.
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter')
  await page.getByRole('radio', { name: 'Swipe' }).press('Space')
  await desk.seeColour(places.plants, green(ndvi(plants)))
  await desk.seeColour(places.soil, trueColour(soil))

  const east: LngLat = [places.soil[0] + 0.002, places.soil[1]]
  await spectra.pin(places.plants, 'Point 1')
  await spectra.pin(places.soil, 'Point 2')
  await spectra.pin(east, 'Point 3')
  expect(await spectra.names()).toEqual(['Point 1', 'Point 2', 'Point 3'])

  const charts = page.getByRole('region', { name: 'Charts' })
  await charts.getByRole('tab', { name: 'Statistics' }).press('Enter')
  await page.keyboard.press('r')
  await expect(charts.getByRole('button', { name: 'Draw a region' })).toHaveAttribute('aria-pressed', 'true')
  const [[west, south], [right]] = [places.plants, places.soil]
  // Clear of the pins, which a click would pick up.
  const [low, high] = [south - 0.002, south - 0.004]
  for (const corner of [[west, low], [right, low], [right, high], [west, high]] as LngLat[]) await desk.map.click(corner) // prettier-ignore
  await page.keyboard.press('Enter')
  await expect(charts.getByRole('table', { name: /^Statistics of Region \d/ })).toBeVisible()

  // The picture to print.
  const sheet = await desk.save('Picture (PNG)')
  expect(sheet.name).toBe('field-NDVI-True-colour.png')
  const image = await loadImage(readFileSync(sheet.path))
  const drawn = createCanvas(image.width, image.height).getContext('2d')
  drawn.drawImage(image, 0, 0)
  const { data } = drawn.getImageData(0, 0, image.width, image.height)
  const shareOf = (colour: Rgb) => {
    let count = 0
    for (let i = 0; i < data.length; i += 4)
      if (colourDistance([data[i]!, data[i + 1]!, data[i + 2]!], colour) <= 3) count++
    return count / (image.width * image.height)
  }
  expect(shareOf(green(ndvi(plants)))).toBeGreaterThan(0.1)
  expect(shareOf(trueColour(soil))).toBeGreaterThan(0.1)

  // The values for a GIS.
  const values = await desk.save('Values (GeoTIFF)')
  expect(values.name).toBe('field-NDVI.tif')
  await expect(page.getByText(/^field-NDVI\.tif is saved, /)).toBeVisible()
  const tiff = await (await fromArrayBuffer(new Uint8Array(readFileSync(values.path)).buffer)).getImage()
  const [numbers] = (await tiff.readRasters()) as unknown as Float32Array[]
  expect([tiff.getWidth(), tiff.getHeight(), ...tiff.getOrigin().slice(0, 2)]).toEqual([96, 64, 365_000, 5_807_000])
  expect(numbers![40 * 96 + 24]).toBeCloseTo(ndvi(plants), 4)
  expect(numbers![40 * 96 + 72]).toBeCloseTo(ndvi(soil), 3)
  expect(numbers![6 * 96 + 90]).toBeNaN()

  // The link holds it all but the file.
  await expect(page).toHaveURL(/versus=swipe/)
  await page.mouse.move(4, 4)
  await expect(page.getByText(/^field-NDVI\.tif is saved, /)).toHaveCount(0)
  await desk.map.idle()
  const before = await screenPixels(page)
  const box = await desk.mapBox()
  await page.reload()
  await expect(page.getByText(/This link shows field\.tif/)).toBeVisible()
  await desk.drop(file)
  await desk.seeColour(north(places.plants), green(ndvi(plants)))
  await desk.seeColour(north(places.soil), trueColour(soil))
  await expect(charts.getByRole('table', { name: /^Statistics of Region \d/ })).toBeVisible()
  await desk.map.idle()
  expect(await desk.mapBox()).toEqual(box)
  expect(shareDiffering(before, await screenPixels(page), box)).toBeLessThan(0.01)
})

test('a difference is saved as the numbers it is', async ({ page }) => {
  const desk = deskDriver(page)
  await desk.open('/desk?show=band&band=R850&b-show=band&b-band=R480&versus=difference')
  await desk.drop(file)
  await expect(page.getByRole('slider', { name: 'Maximum' }).last()).toBeAttached()
  const { name, path } = await desk.save('Values (GeoTIFF)')
  expect(name).toBe('field-minus-B009-480-nm.tif')
  const tiff = await (await fromArrayBuffer(new Uint8Array(readFileSync(path)).buffer)).getImage()
  const [numbers] = (await tiff.readRasters()) as unknown as Float32Array[]
  expect(numbers![40 * 96 + 24]).toBeCloseTo(plants(850) - plants(480), 4)
  expect(numbers![40 * 96 + 72]).toBeCloseTo(soil(850) - soil(480), 3)
})

test('writing a large result tells how far it is, and can be stopped', async ({ page }) => {
  // 256 tiles: nobody writes them before a key is pressed.
  const side = 4096
  const path = join(folder, 'large.tif')
  await writeCog(path, {
    info: {
      grid: { epsg: 32633, originX: 365_000, originY: 5_807_000, pixelSize: 5, width: side, height: side },
      bands: [{ name: 'B1', wavelengthNm: 850 }],
      sampleType: 'uint16',
      nodata: 0,
      scale: 0.0001,
      offset: 0,
    },
    read: ({ x, y, width, height }) => [
      Uint16Array.from({ length: width * height }, (_, i) => {
        const [column, row] = [x + (i % width), y + Math.floor(i / width)]
        return 1 + (((column >> 5) * 37 + (row >> 5) * 11) % 5000)
      }),
    ],
  })
  const desk = deskDriver(page)
  await desk.open('/desk?show=formula&f=sqrt(B1)')
  await desk.drop(path)
  await expect(desk.panel('large.tif')).toBeVisible()
  const downloads: string[] = []
  page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await page.getByRole('button', { name: 'Save picture or values' }).press('Enter')
  const values = page.getByRole('menuitem', { name: 'Values (GeoTIFF)' })
  // Not before the range of the values is known; until then the key would press the entry above.
  await expect(values).toBeEnabled()
  await values.press('Enter')
  const progress = page.getByRole('progressbar', { name: 'Writing large-sqrt-B1.tif' })
  await expect(progress).toHaveAttribute('aria-valuetext', /^[1-9]\d* of 256 tiles$/)
  await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter')
  await expect(progress).toHaveCount(0)

  // Started again it comes to its end, and only then is there a file.
  const { name, path: saved } = await desk.save('Values (GeoTIFF)')
  expect([name, ...downloads]).toEqual(['large-sqrt-B1.tif', 'large-sqrt-B1.tif'])
  const tiff = await (await fromArrayBuffer(new Uint8Array(readFileSync(saved)).buffer)).getImage()
  const window = [4000, 3000, 4001, 3001]
  const [[value]] = (await tiff.readRasters({ window })) as unknown as [Float32Array]
  expect(value).toBeCloseTo(Math.sqrt((1 + ((125 * 37 + 93 * 11) % 5000)) * 0.0001), 5)
})
