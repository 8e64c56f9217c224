import { readFile } from 'node:fs/promises'
import { fromArrayBuffer } from 'geotiff'
import Papa from 'papaparse'
import { findLandCover } from '#sandbox/earth/land-cover.ts'
import { gridOutline, pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { expect, test } from '../drivers/browser.ts'
import type { Page, Server } from '../drivers/browser.ts'
import { madeAoi } from '../drivers/made-aoi.ts'
import type { LngLat } from '../drivers/map.ts'
import { spectraDriver } from '../drivers/spectra.ts'

const centre = [13.05, 52.375] as const
const lake = found('lake')
const forest = found('broadleaf forest')
const box = [
  Math.min(lake[0], forest[0]) - 0.006,
  Math.min(lake[1], forest[1]) - 0.004,
  Math.max(lake[0], forest[0]) + 0.006,
  Math.max(lake[1], forest[1]) + 0.004,
] as const

function found(cover: 'lake' | 'broadleaf forest'): LngLat {
  const place = findLandCover([...centre], [cover])
  if (!place) throw new Error(`the model has no ${cover} near Potsdam`)
  return [place[0]!, place[1]!]
}

async function openDesk(page: Page, server: Server, name: string) {
  const { aoi } = await madeAoi(server, {
    collection: 'pixxel-ff-l2a',
    area: box,
    name,
    datetime: '2026-06-01T00:00:00Z/2026-09-05T00:00:00Z',
  })
  await page.goto(`/aois/${aoi}/spectra`)
  const spectra = spectraDriver(page)
  await spectra.ready()
  await spectra.lookAt([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], 13.4)
  return spectra
}

test('pin spectra by mouse and keyboard, draw a region, compare, export, and find all of it again by the link', async ({
  page,
  server,
}) => {
  const spectra = await openDesk(page, server, 'Havel spectra')
  const { charts } = spectra

  // Three by mouse, the spectrum following the pointer.
  await spectra.hover(lake)
  await spectra.pin(lake, 'Point 1')
  await spectra.pin(forest, 'Point 2')
  const between: LngLat = [(lake[0] + forest[0]) / 2, (lake[1] + forest[1]) / 2]
  await spectra.pin(between, 'Point 3')

  // By keyboard: coordinates, told when they are none, and the crosshair.
  await spectra.pinByCoordinates('somewhere')
  const field = page.getByRole('textbox', { name: 'Pin at coordinates' })
  await expect(field).toHaveAccessibleDescription(/coordinate|number|degree/i)
  await field.fill('10, 10')
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription(/not on the picture/)
  await field.fill(`${forest[1] + 0.0004}, ${forest[0]}`)
  await field.press('Enter')
  await spectra.waitForRead('Point 4')
  await charts.getByRole('button', { name: 'Move a crosshair' }).press('Enter')
  await expect(spectra.crosshair).toBeFocused()
  const [before] = /Column \d+, row \d+/.exec((await spectra.crosshair.textContent()) ?? '') ?? []
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(spectra.crosshair).not.toContainText(before!)
  await page.keyboard.press('Enter')
  await spectra.waitForRead('Point 5')
  await page.keyboard.press('Escape')
  await expect(spectra.crosshair).toHaveCount(0)

  // A region of lake.
  await spectra.lookAt(lake, 15.8)
  const [x, y] = lake
  const corners: LngLat[] = [[x - 0.0006, y - 0.0004], [x + 0.0006, y - 0.0004], [x + 0.0006, y + 0.0004], [x - 0.0006, y + 0.0004]] // prettier-ignore
  await spectra.drawRegion(corners, 'Region 6')
  await expect(spectra.row('Region 6')).toContainText(/Mean of \d+ pixels/)

  // What they are like.
  expect((await spectra.nearest('Point 1')).name).toMatch(/water|bloom/i)
  expect((await spectra.nearest('Region 6')).name).toMatch(/water|bloom/i)
  const forestLike = await spectra.nearest('Point 2')
  expect(forestLike.name).toMatch(/forest|crop|grass/i)
  expect(forestLike.degrees).toBeLessThan(6)

  // Other curves of the same; the chart tells in words what it shows.
  await expect(spectra.chart).toHaveAccessibleName(/Point 2 from .* to .*Region 6/)
  await spectra.show('Continuum removed')
  await expect(spectra.chart).toHaveAccessibleName(/Over continuum: .*Point 2 from 0\.\d+ to 1[;.]/)
  await spectra.show('First derivative')
  await expect(spectra.chart).toHaveAccessibleName(/First derivative: .*1\/µm/)
  await charts.getByRole('button', { name: 'Show as table' }).press('Enter')
  await expect(charts.getByRole('columnheader', { name: /Region 6/ })).toBeVisible()
  await charts.getByRole('button', { name: 'Show as table' }).press('Enter')

  // Names, and what is shown.
  await spectra.act('Point 2', 'Rename')
  await page.getByRole('textbox', { name: 'Name' }).fill('Beech')
  await page.keyboard.press('Enter')
  await expect(spectra.row('Beech')).toBeVisible()
  await spectra.row('Point 3').getByRole('checkbox', { name: 'Show Point 3' }).press('Space')

  // A table with all bands of what is shown, read by another's parser.
  const table = await readFile(await (await spectra.table()).path(), 'utf8')
  const { data: rows } = Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true })
  expect(rows).toHaveLength(135)
  expect(Object.keys(rows[0]!)).toEqual([
    'band', 'wavelength_nm', 'fwhm_nm', 'Point 1', 'Beech', 'Point 4', 'Point 5', 'Region 6', 'Region 6 standard deviation',
  ]) // prettier-ignore
  const at = (nm: number) => rows.toSorted((a, b) => off(a, nm) - off(b, nm))[0]!
  const off = (each: Record<string, string>, nm: number) => Math.abs(Number(each['wavelength_nm']) - nm)
  const ndvi = (name: string) => {
    const [nir, red] = [Number(at(854)[name]), Number(at(672)[name])]
    return (nir - red) / (nir + red)
  }
  expect(ndvi('Beech')).toBeGreaterThan(0.6)
  expect(ndvi('Point 1')).toBeLessThan(0)
  const png = await readFile(await (await spectra.picture()).path())
  expect([...png.subarray(1, 4)].map((byte) => String.fromCodePoint(byte)).join('')).toBe('PNG')
  expect(png.byteLength).toBeGreaterThan(10_000)

  // The link has all of it.
  await spectra.act('Beech', 'Show where the map is alike')
  await expect(page.getByRole('heading', { name: 'Like Beech' })).toBeVisible()
  await expect(page.getByText(/ha, [\d.]+ % of the picture/)).toBeVisible({ timeout: 60_000 })
  const names = await spectra.names()
  expect(names).toEqual(['Point 1', 'Beech', 'Point 3', 'Point 4', 'Point 5', 'Region 6'])
  await page.reload()
  await spectra.ready()
  for (const name of names) await spectra.waitForRead(name)
  expect(await spectra.names()).toEqual(names)
  await expect(charts.getByRole('radio', { name: 'First derivative' })).toBeChecked()
  await expect(spectra.row('Point 3').getByRole('checkbox')).not.toBeChecked()
  await expect(page.getByText(/ha, [\d.]+ % of the picture/)).toBeVisible({ timeout: 60_000 })

  // What is removed comes back.
  await spectra.act('Beech', 'Remove')
  await expect(spectra.row('Beech')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Like Beech' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(spectra.row('Beech')).toBeVisible()
})

test("a library of one's own: read, told when it can not be, compared with, kept over a reload, removed", async ({
  page,
  server,
}) => {
  const spectra = await openDesk(page, server, 'Havel library')
  await spectra.pin(forest, 'Point 1')
  // The table that the app writes is a library, too: the nearest to a pixel is then that pixel.
  const table = await readFile(await (await spectra.table()).path())
  const library = await spectra.openLibrary()
  const choose = async (files: { name: string; mimeType: string; buffer: Buffer }[]) => {
    const chooser = page.waitForEvent('filechooser')
    await library.getByRole('button', { name: 'Add a file' }).press('Enter')
    await (await chooser).setFiles(files)
  }
  await choose([
    { name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from('nm,Soil\n450,0.1\n460,high\n') },
    { name: 'mine.csv', mimeType: 'text/csv', buffer: table },
  ])
  await expect(library.getByText('broken.csv: Line 3, column "Soil": "high" is no number.')).toBeVisible()
  await library.getByRole('searchbox', { name: 'Find a material' }).fill('mine')
  await library.getByRole('checkbox', { name: 'Point 1' }).press('Space')
  await page.keyboard.press('Escape')
  expect(await spectra.nearest('Point 1')).toEqual({ name: 'Point 1', degrees: 0 })
  await expect(spectra.chart).toHaveAccessibleName(/Point 1 from .*; Point 1 from/)
  await page.reload()
  await spectra.ready()
  await expect(spectra.row('Library')).toContainText('Point 1')
  const again = await spectra.openLibrary()
  await again.getByRole('button', { name: 'Remove mine.csv' }).press('Enter')
  await expect(again.getByRole('checkbox', { name: 'Point 1' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(spectra.row('Library')).toHaveCount(0)
})

const realScene = process.env.SWATH_REAL_SCENE

test('a measured scene from disk: spectra are those of the file, angles on the GPU those of a computation apart', async ({
  page,
}) => {
  test.skip(!realScene, 'SWATH_REAL_SCENE names no file: the spectra of a measured scene are not compared')
  const bytes = await readFile(realScene!)
  const image = await (await fromArrayBuffer(new Uint8Array(bytes).buffer)).getImage()
  const digits = (await image.readRasters()) as unknown as ArrayLike<number>[]
  const [width, height] = [image.getWidth(), image.getHeight()]
  const nodata = image.getGDALNoData()
  const [originX = 0, originY = 0] = image.getOrigin()
  const [pixelWidth = 0] = image.getResolution()
  const grid = { epsg: Number(image.getGeoKeys()?.ProjectedCSTypeGeoKey), originX, originY, pixelWidth, pixelHeight: pixelWidth, width, height } // prettier-ignore
  expect(gridOutline(grid).coordinates[0]).toHaveLength(33)
  const [column, row] = [Math.round(width * 0.55), Math.round(height * 0.65)]

  const spectra = spectraDriver(page)
  await page.goto('/desk')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter')
  await (await chooser).setFiles(realScene!)
  await spectra.ready()
  const [lng, lat] = pixelToLngLat(grid, column + 0.5, row + 0.5)
  await spectra.pinByCoordinates(`${lat}, ${lng}`)
  await spectra.waitForRead('Point 1')
  const table = await readFile(await (await spectra.table()).path(), 'utf8')
  const { data: rows } = Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true })
  expect(rows).toHaveLength(digits.length)
  // The file's own scale, found from one band and then the same for all.
  const spectrum = digits.map((band) => band[row * width + column]!)
  const told = rows.map((each) => (each['Point 1'] === '' ? Number.NaN : Number(each['Point 1'])))
  const brightest = spectrum.indexOf(Math.max(...spectrum))
  const scale = told[brightest]! / spectrum[brightest]!
  spectrum.forEach((digit, band) => {
    if (digit === nodata) expect(told[band]).toBeNaN()
    else expect(told[band]).toBeCloseTo(digit * scale, 6)
  })

  await spectra.act('Point 1', 'Show where the map is alike')
  const map = await spectra.angles()
  expect([map.width, map.height]).toEqual([width, height])
  // Apart: the angle between unit vectors by Kahan's formula, over the bands outside of water vapour.
  const isCompared = rows.map((each, band) => {
    const nm = Number(each['wavelength_nm'])
    return !((nm >= 1350 && nm <= 1450) || (nm >= 1800 && nm <= 1950)) && spectrum[band] !== nodata
  })
  const kahan = (a: number[], b: number[]) => {
    const [la, lb] = [Math.hypot(...a), Math.hypot(...b)]
    const minus = Math.hypot(...a.map((value, i) => value / la - b[i]! / lb))
    const plus = Math.hypot(...a.map((value, i) => value / la + b[i]! / lb))
    return 2 * Math.atan2(minus, plus)
  }
  let worst = 0
  for (let i = 0; i < 400; i++) {
    const pixel = Math.floor((i * width * height) / 400)
    const bands = digits.flatMap((band, b) => (isCompared[b] && band[pixel] !== nodata ? [b] : []))
    const expected = kahan(
      bands.map((b) => digits[b]![pixel]!),
      bands.map((b) => spectrum[b]!),
    )
    if (Number.isFinite(expected)) worst = Math.max(worst, Math.abs(map.angles[pixel]! - expected))
  }
  expect(map.angles[row * width + column]).toBeLessThan(1e-3)
  expect(worst).toBeLessThan(1e-3)
})
