import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleColormap } from '#src/formula/colormaps.ts'
import { expect, test } from '../drivers/browser.ts'
import { grounds, places, writeHyperspectralFile } from '../drivers/hyperspectral-file.ts'
import { madeAoi } from '../drivers/made-aoi.ts'
import { colourDistance, screenPixels } from '../drivers/screen-pixels.ts'
import type { Rgb } from '../drivers/screen-pixels.ts'
import { deskDriver } from '../drivers/spectral-desk.ts'

let folder = ''
let file = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'swath-compare-'))
  file = await writeHyperspectralFile(folder)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ground = (nm: number) => number
const { plants, soil } = grounds
const grey = (value: number): Rgb => {
  const level = Math.round(Math.min(1, value / 0.5) * 255)
  return [level, level, level]
}
/** A is the near infrared, B is blue. */
const pictures = 'show=band&band=R850&band-range=0,0.5&b-show=band&b-band=R480&b-band-range=0,0.5'
const a = (ground: Ground) => grey(ground(850))
const b = (ground: Ground) => grey(ground(480))

test('two pictures divided by a border that the keyboard moves, and swapped', async ({ page }) => {
  const desk = deskDriver(page)
  await desk.open(`/desk?${pictures}`)
  await desk.drop(file)
  await desk.seeColour(places.soil, a(soil))
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter')
  await page.getByRole('radio', { name: 'Swipe' }).press('Space')

  // In the middle: plants in the west are A, soil in the east is B.
  await desk.seeColour(places.plants, a(plants))
  await desk.seeColour(places.soil, b(soil))
  const border = page.getByRole('slider', { name: /^Border between/ })
  await expect(border).toHaveAttribute('aria-valuetext', 'A left of 50 % of the map, B right of it')
  await border.press('End')
  await desk.seeColour(places.soil, a(soil))
  await border.press('Home')
  await desk.seeColour(places.plants, b(plants))
  await desk.seeColour(places.soil, b(soil))

  const box = (await border.boundingBox())!
  const to = await desk.map.pixelOf(places.soil)
  // Its left half lies under the panel.
  await page.mouse.move(box.x + box.width - 2, to.y)
  await page.mouse.down()
  await page.mouse.move(to.x - 30, to.y, { steps: 4 })
  await page.mouse.up()
  await desk.seeColour(places.plants, a(plants))
  await desk.seeColour(places.soil, b(soil))
  await expect(page).toHaveURL(/versus=swipe/)
  await expect(page).toHaveURL(/divider=\d/)

  await border.press('s')
  await desk.seeColour(places.plants, b(plants))
  await desk.seeColour(places.soil, a(soil))
  await expect(page).toHaveURL(/[?&]band=R480/)
})

test('two pictures beside each other, the same place in both', async ({ page }) => {
  const desk = deskDriver(page)
  await desk.open(`/desk?${pictures}&versus=side`)
  await desk.drop(file)
  const half = page.getByRole('region', { name: 'Map of picture B' })
  await expect(half).toBeVisible()
  await page.keyboard.press('f')
  /** Where the right half shows a place, and where the left does. */
  const beside = async (place: readonly [number, number]) => {
    await desk.map.idle()
    const { x, y } = await desk.map.pixelOf(place)
    return { left: { x, y }, right: { x: x + (await half.boundingBox())!.width, y } }
  }
  const seeBoth = (ground: Ground, place: readonly [number, number]) =>
    expect
      .poll(async () => {
        const { left, right } = await beside(place)
        const pixels = await screenPixels(page)
        return Math.max(
          colourDistance(pixels.at(left.x, left.y), a(ground)),
          colourDistance(pixels.at(right.x, right.y), b(ground)),
        )
      })
      .toBeLessThanOrEqual(3)
  await seeBoth(plants, places.plants)
  await seeBoth(soil, places.soil)

  // The right one is moved, and the left one goes along.
  const before = await desk.map.pixelOf(places.plants)
  const middle = (await half.boundingBox())!
  const [x, y] = [middle.x + middle.width / 2, middle.y + middle.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y + 20, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => (await desk.map.pixelOf(places.plants)).x - before.x).toBeGreaterThan(30)
  await seeBoth(plants, places.plants)
})

test('two pictures in turns, by hand where less motion is asked for', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const desk = deskDriver(page)
  await desk.open(`/desk?${pictures}&versus=blink`)
  await desk.drop(file)
  await desk.seeColour(places.plants, a(plants))
  await expect(page.getByText(/asks for little motion/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toHaveCount(0)
  await page.getByRole('region', { name: 'field.tif' }).press('b')
  await desk.seeColour(places.plants, b(plants))
  await expect(page.getByText(/^On the map: B, B009, 480 nm$/)).toBeVisible()
  await page.getByRole('button', { name: 'Show the other picture' }).press('Enter')
  await desk.seeColour(places.plants, a(plants))
})

test('two dates of an area: swapped, subtracted, and the same by their link', async ({ page, server }) => {
  const area = [12.9, 52.38, 12.93, 52.4] as const
  const { aoi } = await madeAoi(server, { collection: 'sentinel-2-l2a', area, name: 'Two dates', scenes: 2 })
  const desk = deskDriver(page)
  await desk.open(`/aois/${aoi}/spectra?show=band&band=B08`)
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter')
  await page.getByRole('radio', { name: 'A − B' }).press('Space')
  await expect(page.getByText(/^A − B: B08.*, \d{4}-.* − B08.*, \d{4}-/)).toBeVisible()
  // What it asks for has come into sight, and nothing but the panel has moved.
  await expect(page.getByRole('button', { name: /Date of B$/ })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('link', { name: 'Explore' })).toBeInViewport({ ratio: 1 })
  const middle = [(area[0] + area[2]) / 2, (area[1] + area[3]) / 2] as const
  const read = async () => {
    await desk.map.idle()
    await page.mouse.move(4, 4)
    await desk.map.hover(middle)
    const text = (await page.getByText(/^A[\d.−]+B[\d.−]+A − B/).textContent())!.replaceAll('−', '-')
    return /^A([\d.-]+)B([\d.-]+)A - B([\d.-]+)$/.exec(text)!.slice(1).map(Number)
  }
  const date = async () => [
    await page.getByRole('button', { name: /Date$/ }).textContent(),
    await page.getByRole('button', { name: /Date of B$/ }).textContent(),
  ]
  const [a, b, difference] = await read()
  expect(a! - b!).toBeCloseTo(difference!, 3)
  expect(a).not.toBe(b)
  const dates = await date()

  await page.keyboard.press('s')
  await expect.poll(date).toEqual(dates.toReversed())
  await expect.poll(async () => (await read()).slice(0, 2)).toEqual([b, a])
  await expect(page).toHaveURL(/[?&]asset=/)
  await page.reload()
  await expect.poll(date, { timeout: 60_000 }).toEqual(dates.toReversed())
  await expect.poll(async () => (await read()).slice(0, 2)).toEqual([b, a])
})

test('the difference of two pictures is A - B at each place', async ({ page }) => {
  const desk = deskDriver(page)
  await desk.open(`/desk?${pictures}&versus=difference&difference-range=0.6`)
  await desk.drop(file)
  const difference = (ground: Ground) => sampleColormap('RdBu', (ground(850) - ground(480) + 0.6) / 1.2)
  await desk.seeColour(places.plants, difference(plants))
  await desk.seeColour(places.soil, difference(soil))
  await desk.map.hover(places.plants)
  await expect(page.getByText('A0.48B0.03A − B0.45')).toBeVisible()

  // Of what has more than one value there is none, which is said.
  await page.getByRole('group', { name: 'Picture B' }).getByRole('radio', { name: 'Composite' }).press('Space')
  await expect(page.getByText(/A composite has three values a pixel/)).toBeVisible()
  await desk.seeColour(places.plants, a(plants))
  // One press on what is offered, and there is one.
  await page.getByRole('button', { name: /^Show B\d+, 850 nm − B031/ }).press('Enter')
  await expect(page.getByText(/^A − B: .*850 nm − B031/)).toBeVisible()
})
