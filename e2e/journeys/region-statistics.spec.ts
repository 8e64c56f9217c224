import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from '../drivers/browser.ts'
import type { Page } from '../drivers/browser.ts'
import { grounds, places, writeHyperspectralFile } from '../drivers/hyperspectral-file.ts'
import type { LngLat } from '../drivers/map.ts'
import { deskDriver } from '../drivers/spectral-desk.ts'

let folder = ''
let file = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'swath-statistics-'))
  file = await writeHyperspectralFile(folder)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ndvi = (ground: (nm: number) => number) => (ground(850) - ground(670)) / (ground(850) + ground(670))
const inUrl = encodeURIComponent('(nir - red) / (nir + red)')
const figure = (page: Page, label: string) =>
  page.getByRole('row', { name: label }).getByRole('cell').nth(1).textContent().then((text) => Number(text?.replace(/,| ha/g, ''))) // prettier-ignore

test('a drawn region is counted: figures, classes, the same by its link, a table to take along, and words where nothing is', async ({
  page,
}) => {
  const desk = deskDriver(page)
  const charts = page.getByRole('region', { name: 'Charts' })
  await desk.open(`/desk?show=formula&f=${inUrl}&f-breaks=0.2,0.5&f-labels=Bare|Some|Green`)
  await desk.drop(file)
  await expect(desk.panel('field.tif')).toBeVisible()
  await charts.getByRole('tab', { name: 'Statistics' }).click()
  await expect(charts.getByText('Draw a region on the map')).toBeVisible()
  await desk.map.idle()

  // Half plants, half soil: the border between them runs through the middle.
  const [[west, south], [east]] = [places.plants, places.soil]
  const corners: LngLat[] = [[west, south], [east, south], [east, south + 0.002], [west, south + 0.002]] // prettier-ignore
  await page.keyboard.press('r')
  await expect(charts.getByRole('button', { name: 'Draw a region' })).toHaveAttribute('aria-pressed', 'true')
  for (const corner of corners) await desk.map.click(corner)
  await page.keyboard.press('Enter')
  const table = charts.getByRole('table', { name: 'Statistics of Region 1' })
  await expect(table).toBeVisible()
  const pixels = await figure(page, 'With a value')
  expect(pixels).toBeGreaterThan(100)
  expect(await figure(page, 'Pixels')).toBe(pixels)
  // 30 x 30 m each.
  expect(await figure(page, 'Area')).toBeCloseTo(pixels * 0.09, 0)
  expect(await figure(page, 'Least')).toBeCloseTo(ndvi(grounds.soil), 3)
  expect(await figure(page, 'Most')).toBeCloseTo(ndvi(grounds.plants), 3)
  const classes = charts.getByRole('list', { name: 'Classes in Region 1' })
  const shares = await Promise.all(['Bare', 'Some', 'Green'].map(async (name) => {
    const text = (await classes.getByRole('listitem').filter({ hasText: name }).textContent()) ?? ''
    return Number(/([\d.]+)\s*%/.exec(text)?.[1])
  })) // prettier-ignore
  expect(shares[1]).toBe(0)
  expect(shares[0]! + shares[2]!).toBeCloseTo(100, 0)
  const green = shares[2]! / 100
  const mean = green * ndvi(grounds.plants) + (1 - green) * ndvi(grounds.soil)
  expect(await figure(page, 'Mean')).toBeCloseTo(mean, 2)
  await expect(charts.getByRole('img', { name: /^How NDVI spreads in Region 1.*Region 1 from 0 %/ })).toBeVisible()
  await charts.getByRole('button', { name: 'Show as table' }).press('Enter')
  await expect(charts.getByRole('columnheader', { name: /Region 1/ })).toHaveCount(2)
  await charts.getByRole('button', { name: 'Show as table' }).press('Enter')

  // The table that is saved says what the screen says.
  const download = page.waitForEvent('download')
  await charts.getByRole('button', { name: 'Save as CSV' }).press('Enter')
  const { data } = Papa.parse<string[]>(await readFile(await (await download).path(), 'utf8'))
  expect(data.find(([label]) => label === 'With a value')).toEqual(['With a value', String(pixels), '6000'])
  expect(data.find(([label]) => label === 'Green')?.[5]).toMatch(/^\d+\.\d+$/)

  // Where the file holds nothing.
  const [x, y] = places.nothing
  await page.keyboard.press('r')
  for (const corner of [[x, y], [x + 0.0008, y], [x + 0.0008, y + 0.0005]] as LngLat[]) await desk.map.click(corner) // prettier-ignore
  await page.keyboard.press('Enter')
  await expect(charts.getByText(/None of the \d+ pixels of Region 2 has a value/)).toBeVisible()

  // By keyboard back to the first, and the link brings it again.
  await charts.getByRole('button', { name: /Region 2/ }).press('Enter')
  await page.getByRole('option', { name: 'Region 1' }).press('Enter')
  await expect(table).toBeVisible()
  await expect(page).toHaveURL(/chart=statistics.*region=1/)
  await page.reload()
  await desk.drop(file)
  await expect(table).toBeVisible()
  expect(await figure(page, 'With a value')).toBe(pixels)

  // Each channel of a composite.
  await desk.show('Composite')
  await expect(table.getByRole('columnheader', { name: 'Green' })).toBeVisible()
  expect(await figure(page, 'With a value')).toBe(pixels)
})
