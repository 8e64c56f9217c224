import { readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromArrayBuffer } from 'geotiff'
import Papa from 'papaparse'
import { expect, test } from '../drivers/browser.ts'
import type { Page, Server } from '../drivers/browser.ts'
import { madeAoi } from '../drivers/made-aoi.ts'
import type { LngLat } from '../drivers/map.ts'
import { screenPixels, shareDiffering } from '../drivers/screen-pixels.ts'
import { deskDriver } from '../drivers/spectral-desk.ts'

const area = [13.03, 52.365, 13.06, 52.385] as const
const inUrl = encodeURIComponent('(nir - red) / (nir + red)')

type Mosaic = { id: string; date: string; path: string; asset_type: string; band_list: string[] }

/** The pictures of an AOI, the oldest first. */
async function mosaics(server: Server, aoi: string): Promise<Mosaic[]> {
  const answer = await fetch(`${server.url}/v0/aois/${aoi}/assets?limit=100`)
  const { assets } = (await answer.json()) as { assets: Mosaic[] }
  return assets.filter((asset) => asset.asset_type === 'mosaic').toSorted((a, b) => a.date.localeCompare(b.date))
}

const fileOnDisk = (server: Server, { path }: Mosaic) =>
  join(server.folder, decodeURIComponent(new URL(path).pathname.replace(/^\/files\//, '')))

/** By another reader of TIFF, straight from the file: the mean of the formula over all pixels with a value. */
async function meanNdvi(server: Server, mosaic: Mosaic): Promise<number> {
  const image = await (
    await fromArrayBuffer(new Uint8Array(readFileSync(fileOnDisk(server, mosaic))).buffer)
  ).getImage()
  const samples = [mosaic.band_list.indexOf('B08'), mosaic.band_list.indexOf('B04')]
  const [nir, red] = (await image.readRasters({ samples })) as unknown as ArrayLike<number>[]
  const nodata = image.getGDALNoData()
  let [sum, count] = [0, 0]
  for (let i = 0; i < nir!.length; i++) {
    const [n, r] = [nir![i]!, red![i]!]
    if (n === nodata || r === nodata || n + r === 0) continue
    sum += (n - r) / (n + r)
    count++
  }
  return sum / count
}

async function aoiWithDates(server: Server, name: string) {
  const { aoi } = await madeAoi(server, {
    collection: 'sentinel-2-l2a',
    area,
    name,
    scenes: 5,
    datetime: '2025-04-01T00:00:00Z/2026-09-05T00:00:00Z',
  })
  return { aoi, pictures: await mosaics(server, aoi) }
}

async function openOverTime(page: Page, aoi: string) {
  const charts = page.getByRole('region', { name: 'Charts' })
  await page.goto(`/aois/${aoi}/spectra?show=formula&f=${inUrl}`)
  await charts.getByRole('tab', { name: 'Over time' }).click()
  const strip = charts.getByRole('slider', { name: 'Date shown on the map' })
  await expect(strip).toBeVisible()
  return { charts, strip, rows: charts.getByRole('table', { name: /^Each date/ }).getByRole('row') }
}

test('a formula through all dates of an AOI: the chart, stepping and playing with the map, classes, the same by its link', async ({
  page,
  server,
}) => {
  const { aoi, pictures } = await aoiWithDates(server, 'Havel over time')
  const { charts, strip, rows } = await openOverTime(page, aoi)
  const desk = deskDriver(page)
  const last = pictures.at(-1)!
  expect(pictures.length).toBeGreaterThanOrEqual(3)
  await expect(strip).toHaveAttribute('aria-valuemax', String(pictures.length))
  await expect(strip).toHaveAttribute('aria-valuetext', last.date)
  await expect(rows).toHaveCount(pictures.length + 1)
  await expect(charts.getByText(/of \d+ dates/)).toHaveCount(0, { timeout: 60_000 })

  // Over all of each picture, by another path from the files.
  await charts.getByRole('button', { name: /Region$/ }).press('Enter')
  await page.getByRole('option', { name: 'Whole picture' }).press('Enter')
  await expect(page).toHaveURL(/region=picture/)
  for (const picture of pictures) {
    const row = rows.filter({ hasText: picture.date })
    const expected = await meanNdvi(server, picture)
    await expect
      .poll(async () => Number((await row.getByRole('cell').nth(1).textContent())?.replace('−', '-')))
      .toBeCloseTo(expected, 3)
  }
  const chart = charts.getByRole('img', { name: /^NDVI over time, Whole picture\. Date .* NDVI from / })
  await expect(chart).toBeVisible()

  // The table of the chart is its text alternative.
  await charts.getByRole('button', { name: 'Show as table' }).press('Enter')
  await expect(charts.getByRole('table', { name: /^NDVI over time/ }).getByRole('row')).toHaveCount(pictures.length + 1)
  await charts.getByRole('button', { name: 'Show as table' }).press('Enter')

  // By keyboard to the first date; the map goes along.
  await desk.map.idle()
  const newest = await screenPixels(page)
  const mapBox = await desk.mapBox()
  await strip.press('Home')
  await expect(page.getByRole('heading', { name: `Havel over time, ${pictures[0]!.date}` })).toBeVisible()
  await expect(strip).toHaveAttribute('aria-valuetext', pictures[0]!.date)
  await expect(page).toHaveURL(new RegExp(`asset=${pictures[0]!.id}`))
  await expect(rows.filter({ hasText: pictures[0]!.date })).toHaveAttribute('aria-current', 'true')
  await expect.poll(async () => shareDiffering(newest, await screenPixels(page), mapBox)).toBeGreaterThan(0.02)
  await strip.press('ArrowRight')
  await expect(strip).toHaveAttribute('aria-valuetext', pictures[1]!.date)
  await page.keyboard.press(',')
  await expect(strip).toHaveAttribute('aria-valuetext', pictures[0]!.date)

  // Playing shows each on the map, and stops at the last.
  await strip.press('t')
  await expect(charts.getByRole('button', { name: 'Stop playing' })).toBeVisible()
  await expect(strip).toHaveAttribute('aria-valuetext', last.date, { timeout: 60_000 })
  await expect(charts.getByRole('button', { name: 'Play through the dates' })).toBeVisible()
  await expect(page.getByRole('heading', { name: `Havel over time, ${last.date}` })).toBeVisible()

  // A press on the chart shows the date that is there, and a row its own.
  const box = (await chart.boundingBox())!
  await page.mouse.click(box.x + 80, box.y + box.height / 2)
  await expect(strip).toHaveAttribute('aria-valuetext', pictures[0]!.date)
  await rows.filter({ hasText: pictures[1]!.date }).getByRole('button').press('Enter')
  await expect(strip).toHaveAttribute('aria-valuetext', pictures[1]!.date)

  // In classes: hectares that make up the whole.
  await page.getByRole('radio', { name: 'Classes', exact: true }).press('Space')
  await charts.getByRole('radio', { name: 'Class areas' }).press('Space')
  const areas = charts.getByRole('img', { name: /^NDVI: Class areas over time.*Dense from .* ha/ })
  await expect(areas).toBeVisible({ timeout: 60_000 })
  await expect(charts.getByText(/of \d+ dates/)).toHaveCount(0, { timeout: 60_000 })
  const download = page.waitForEvent('download')
  await charts.getByRole('button', { name: 'Save as CSV' }).press('Enter')
  const text = await readFile(await (await download).path(), 'utf8')
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(data.map(({ Date: date }) => date)).toEqual(pictures.map(({ date }) => date))
  for (const row of data) {
    const held = Object.entries(row).filter(([name]) => name.endsWith('(ha)') && name !== 'Area (ha)')
    expect(held.length).toBeGreaterThan(3)
    expect(held.reduce((sum, [, ha]) => sum + Number(ha), 0)).toBeCloseTo(Number(row['Area (ha)']), 2)
  }

  // The link brings all of it again.
  const before = new URL(page.url())
  await page.reload()
  await expect(areas).toBeVisible({ timeout: 60_000 })
  await expect(strip).toHaveAttribute('aria-valuetext', pictures[1]!.date)
  await expect(page.getByRole('heading', { name: `Havel over time, ${pictures[1]!.date}` })).toBeVisible()
  expect(new URL(page.url()).search).toBe(before.search)

  // Signed addresses expire while one looks: the next formula is counted all the same.
  await server.advance(3 * 3600_000)
  await desk.formula.fill('B11 / B08')
  await expect(charts.getByText(/of \d+ dates/)).toBeVisible()
  await expect(charts.getByText(/of \d+ dates/)).toHaveCount(0, { timeout: 60_000 })
  await expect(charts.getByText(/not counted/)).toHaveCount(0)
})

test('a region over time; one date that can not be read spoils no other', async ({ page, server }) => {
  const { aoi, pictures } = await aoiWithDates(server, 'Havel broken')
  const broken = fileOnDisk(server, pictures[0]!)
  writeFileSync(broken, readFileSync(broken).subarray(0, 300))
  const { charts, strip, rows } = await openOverTime(page, aoi)
  const desk = deskDriver(page)
  await expect(charts.getByText('One date is not counted.')).toBeVisible({ timeout: 60_000 })
  await expect(charts.getByText(new RegExp(`${pictures[0]!.date}: .*(cut off|ends)`))).toBeVisible()
  const failed = rows.filter({ hasText: pictures[0]!.date }).first()
  await expect(failed).toContainText('not read')
  for (const { date } of pictures.slice(1)) await expect(rows.filter({ hasText: date })).toContainText(/[\d.]+.*100 %/)

  // On the map it says why, and the dates stay at hand.
  await strip.press('Home')
  await expect(page.getByText('The picture could not be opened')).toBeVisible()
  await strip.press('ArrowRight')
  await expect(page.getByText('The picture could not be opened')).toHaveCount(0)

  // A drawn region is followed, and counted by itself.
  await desk.map.idle()
  const [x, y]: LngLat = [13.046, 52.378]
  await page.keyboard.press('r')
  for (const corner of [[x, y], [x + 0.004, y], [x + 0.004, y + 0.003]] as LngLat[]) await desk.map.click(corner) // prettier-ignore
  await page.keyboard.press('Enter')
  await expect(charts.getByRole('img', { name: /^NDVI over time, Region 1\. .* NDVI from / })).toBeVisible({
    timeout: 60_000,
  })
  await charts.getByRole('tab', { name: 'Statistics' }).click()
  const table = charts.getByRole('table', { name: 'Statistics of Region 1' })
  await expect(table.getByRole('row', { name: /^With a value/ })).toContainText(/\d{2,}/)
  await expect(charts.getByText(/MB of \d+ MB held/)).toBeVisible()
})
