import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleColormap } from '#src/formula/colormaps.ts'
import { presets } from '#src/formula/presets/preset-indices.ts'
import { expect, test } from '../drivers/browser.ts'
import { grounds, places, writeHyperspectralFile } from '../drivers/hyperspectral-file.ts'
import { screenPixels, shareDiffering } from '../drivers/screen-pixels.ts'
import type { Rgb } from '../drivers/screen-pixels.ts'
import { deskDriver } from '../drivers/spectral-desk.ts'

let folder = ''
let file = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'swath-desk-'))
  file = await writeHyperspectralFile(folder)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ground = (nm: number) => number
const trueColour = (ground: Ground): Rgb => {
  const channel = (nm: number) => Math.round(Math.min(1, ground(nm) / 0.25) * 255)
  return [channel(650), channel(550), channel(480)]
}
const ndvi = (ground: Ground) => (ground(850) - ground(670)) / (ground(850) + ground(670))
const ndviClasses = presets
  .find(({ key }) => key === 'ndvi')!
  .classes!.colors.map(
    (hex): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb,
  )
const inRange = (value: number, from: number, to: number) => sampleColormap('viridis', (value - from) / (to - from))

test('a file from disk: looked at, a formula wrong and right, a range, and the same picture by its link', async ({
  page,
  server,
}) => {
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(`${request.method()} ${request.url()}`))
  const desk = deskDriver(page)
  await desk.open()
  await desk.drop(file)
  await expect(desk.panel('field.tif')).toBeVisible()
  await desk.seeColour(places.plants, trueColour(grounds.plants))
  await desk.seeColour(places.soil, trueColour(grounds.soil))

  // A formula with an error says what and where, and the picture stays.
  await page.keyboard.press('/')
  await expect(desk.formula).toBeFocused()
  await page.keyboard.insertText('(nir - red) / (nir + rod)')
  await expect(desk.formula).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(/no band "rod".* At character 22: rod/)).toBeVisible()
  await desk.seeColour(places.plants, trueColour(grounds.plants))

  // Completed from the list, by keyboard.
  for (let back = 0; back < 3; back++) await page.keyboard.press('Backspace')
  await desk.formula.fill('(nir - red) / (nir + ')
  await page.keyboard.type('re')
  await expect(page.getByRole('option', { name: /^red B028, 670 nm$/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.type(')')
  await expect(desk.formula).toHaveValue('(nir - red) / (nir + red)')
  await expect(desk.formula).not.toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('B046, 850 nm')).toBeVisible()

  await desk.setRange('NDVI', -0.2, 0.9)
  await desk.seeColour(places.plants, inRange(ndvi(grounds.plants), -0.2, 0.9))
  await desk.seeColour(places.soil, inRange(ndvi(grounds.soil), -0.2, 0.9))
  await desk.setRange('NDVI', 0, 1.5)
  await desk.seeColour(places.plants, inRange(ndvi(grounds.plants), 0, 1.5))

  // The address holds it all but the file itself.
  await expect(page).toHaveURL(/f-range=0%2C1\.5/)
  const before = await screenPixels(page)
  const box = await desk.mapBox()
  await page.reload()
  await expect(page.getByText(/This link shows field\.tif/)).toBeVisible()
  await desk.drop(file)
  await desk.seeColour(places.plants, inRange(ndvi(grounds.plants), 0, 1.5))
  await desk.map.idle()
  expect(await desk.mapBox()).toEqual(box)
  // The address keeps the camera to a twentieth of a pixel: the edges of a few pixels may move by one.
  expect(shareDiffering(before, await screenPixels(page), box)).toBeLessThan(0.01)

  expect(sent.filter((request) => !request.includes(`${server.url}/v0/catalogs/search`))).toEqual([])
})

test('bands are flown through by keyboard, and masked pixels are left out', async ({ page }) => {
  const desk = deskDriver(page)
  await desk.open('/desk?show=band&band=R700&band-range=0,0.5')
  await desk.drop(file)
  const grey = (value: number): Rgb => {
    const level = Math.round((value / 0.5) * 255)
    return [level, level, level]
  }
  await desk.seeColour(places.plants, grey(0.48))
  const nothing = await desk.colourAt(places.nothing)

  const handle = page.getByRole('slider', { name: 'Band', exact: true })
  await expect(handle).toHaveAttribute('aria-valuetext', 'B031, 700 nm')
  await handle.press('ArrowLeft')
  await expect(handle).toHaveAttribute('aria-valuetext', 'B030, 690 nm')
  await desk.seeColour(places.plants, grey(0.04))
  await handle.press(']')
  await desk.seeColour(places.plants, grey(0.48))
  await handle.press('Home')
  await expect(handle).toHaveAttribute('aria-valuetext', 'B001, 400 nm')
  await desk.seeColour(places.soil, grey(0.08))

  await page.getByRole('button', { name: 'Pixels', exact: true }).press('Enter')
  const mask = page.getByRole('textbox', { name: 'Only where' })
  await mask.fill('nir > 0.4')
  await desk.seeColour(places.soil, nothing)
  await desk.seeColour(places.plants, grey(0.03))
  await mask.fill('nir > nothing')
  await expect(page.getByText(/no band "nothing"/)).toBeVisible()
})

test('a delivered picture opens by a link, and looks the same each time', async ({ page, server }) => {
  const answer = await fetch(`${server.url}/v0/catalogs/search`, {
    method: 'POST',
    body: JSON.stringify({ limit: 1, collections: ['sentinel-2-l2a'] }),
    headers: { 'content-type': 'application/json' },
  })
  const { catalogs } = (await answer.json()) as { catalogs: { id: string }[] }
  const desk = deskDriver(page)
  await page.goto(`/catalog/${catalogs[0]!.id}`)
  await page.getByRole('link', { name: 'Spectral desk' }).press('Enter')
  await page.waitForURL(/\/spectra/)
  await page.getByRole('radio', { name: 'Formula', exact: true }).press('Space')

  await page.getByRole('button', { name: /^Index library/ }).press('Enter')
  await expect(page.getByRole('searchbox', { name: /^Search indices/ })).toBeFocused()
  await page.keyboard.type('ndvi')
  await expect(page.getByRole('option').first()).toHaveAccessibleName(/^NDVI Normalised/)
  await page.keyboard.press('Enter')
  await expect(desk.formula).toHaveValue('(nir - red) / (nir + red)')
  await page.getByRole('radio', { name: 'Classes', exact: true }).press('Space')
  await expect(
    page.getByRole('listitem').filter({ has: page.getByRole('textbox', { name: 'Name of class 6' }) }),
  ).toBeVisible()
  await expect(page).toHaveURL(/f-labels=/)
  const before = await desk.pictureStands(ndviClasses)

  await page.goto('about:blank')
  await page.goBack()
  await expect(desk.formula).toHaveValue('(nir - red) / (nir + red)')
  const after = await desk.pictureStands(ndviClasses)
  expect(after.box).toEqual(before.box)
  expect(shareDiffering(before.pixels, after.pixels, before.box)).toBeLessThan(0.01)
})
