import { expect, test } from '../drivers/browser.ts'
import type { Server } from '../drivers/browser.ts'
import { openDownload } from '../drivers/delivered-files.ts'
import { insightsDriver } from '../drivers/insights.ts'
import { madeAoi } from '../drivers/made-aoi.ts'
import { mapDriver } from '../drivers/map.ts'
import type { LngLat } from '../drivers/map.ts'
import { findLandCover } from '#sandbox/earth/land-cover.ts'

// The Havel lakes in the model: forest and water close to each other.
const centre = [13.05, 52.375] as const
const forest = findLandCover([...centre], ['broadleaf forest', 'needleleaf forest']) as LngLat
const lake = findLandCover([...centre], ['lake']) as LngLat
const area = [
  Math.min(forest[0], lake[0]) - 0.004,
  Math.min(forest[1], lake[1]) - 0.003,
  Math.max(forest[0], lake[0]) + 0.004,
  Math.max(forest[1], lake[1]) + 0.003,
] as const

const summerAoi = (server: Server, name: string) =>
  madeAoi(server, {
    collection: 'sentinel-2-l2a',
    area,
    name,
    datetime: '2025-05-20T00:00:00Z/2025-09-10T00:00:00Z',
  })

test('choose a block, see what it costs, run it, see and count what it found, take it home, delete it', async ({
  page,
  server,
}) => {
  const { aoi } = await summerAoi(server, 'Lakes for land cover')
  const insights = insightsDriver(page)
  const map = mapDriver(page)
  await insights.openChooser(aoi)
  await insights.choose('Land cover')
  await expect(insights.runButton()).toBeEnabled()
  const cost = await insights.cost()
  expect(cost).toBeGreaterThan(0)
  await page.getByRole('textbox', { name: 'Name' }).fill('Cover of the lakes')
  await insights.run()

  const panel = insights.panel('Cover of the lakes')
  await expect(panel.getByRole('heading', { name: 'Land cover' })).toBeVisible({ timeout: 60_000 })
  const waterHa = await insights.legendHa('Water')
  const treesHa = await insights.legendHa('Trees')

  // Painted where it is: the model's lake in the colour of water, its forest in that of trees.
  await map.lookAt([(area[0] + area[2]) / 2, (area[1] + area[3]) / 2], 12.5)
  await expect.poll(() => map.colourAt(lake)).toEqual([0x41, 0x9b, 0xdf])
  await expect.poll(() => map.colourAt(forest)).toEqual([0x39, 0x7d, 0x49])

  // The map answers where it is clicked, and shows the picture beneath a class that is hidden.
  const readout = panel.getByRole('group', { name: 'At this place' })
  await map.click(lake)
  await expect(readout).toContainText('Water')
  await map.click(forest)
  await expect(readout).toContainText('Trees')
  await panel.getByRole('button', { name: 'Show Trees on the map' }).press('Enter')
  await expect(page).toHaveURL(/hidden=2/)
  await expect.poll(() => map.colourAt([forest[0] + 0.0005, forest[1]])).not.toEqual([0x39, 0x7d, 0x49])

  // What was taken home says the same, read with other people's code.
  const { names, rasters } = await openDownload(await insights.download())
  expect(names.toSorted()).toEqual(['class_areas.csv', 'land_cover.tif'])
  const [raster] = rasters
  const classes = await raster!.band(0)
  const hectares = (value: number) =>
    (Array.from(classes).filter((one) => one === value).length * raster!.pixelAreaSqM) / 10_000
  expect(waterHa).toBeCloseTo(hectares(1), 1)
  expect(treesHa).toBeCloseTo(hectares(2), 1)
  expect(await raster!.spectrumAt(lake)).toEqual([1])
  expect(await raster!.spectrumAt(forest)).toEqual([2])

  await page.reload()
  await panel.getByRole('button', { name: 'About' }).press('Enter')
  await expect(panel.getByText(new RegExp(`^${cost}\\s*tokens?$`))).toBeVisible()
  const address = page.url()
  await insights.delete()
  await expect(insights.panel('Insights').getByText('see what it costs, run it')).toBeVisible()
  expect((await map.layers('imagery')).filter((id) => id.includes('result-'))).toEqual([])
  await page.goto(address)
  await expect(page.getByText(/^This insight was deleted/)).toBeVisible()
})

test('a long run tells how far it is and how long it still takes, also to who comes back to it', async ({
  page,
  server,
}) => {
  // All bands of a hyperspectral picture: seconds of work.
  const [lng, lat] = lake
  const { aoi } = await madeAoi(server, {
    collection: 'pixxel-ff-l2a',
    area: [lng - 0.02, lat - 0.012, lng + 0.02, lat + 0.012],
    name: 'Lakes in many bands',
  })
  const insights = insightsDriver(page)
  await insights.openChooser(aoi)
  await insights.choose('Principal components')
  await insights.run()
  const progress = page.getByRole('progressbar', { name: 'Computing' })
  await expect(progress).toHaveAttribute('aria-valuetext', /^\d+ %, .+ left$/)
  await page.reload()
  await expect(progress).toHaveAttribute('aria-valuetext', /^[1-9]\d? %, .+ left$/)
  await expect(page.getByRole('heading', { name: 'Components' })).toBeVisible({ timeout: 90_000 })
  await expect(progress).toBeHidden()
  await page.getByRole('button', { name: 'Next band' }).press('Enter')
  await expect(page).toHaveURL(/band=PC2/)
})

test('polygons are drawn and told row by row; a link shows the same again', async ({ page, server }) => {
  const { aoi } = await summerAoi(server, 'Lakes for segments')
  const insights = insightsDriver(page)
  const map = mapDriver(page)
  await insights.openChooser(aoi)
  await insights.choose('Segmentation')
  await insights.run()
  const rows = page.getByRole('region', { name: 'Segments', exact: true }).getByRole('row')
  await expect(rows.nth(5)).toBeVisible({ timeout: 60_000 })
  await map.idle()
  const drawn = await page.evaluate(() => window.swathMap!.features('footprints').length)
  expect(drawn).toBeGreaterThan(20)

  await page.getByRole('button', { name: /Coloured by/ }).press('Enter')
  await page.getByRole('option', { name: 'Area (ha)' }).press('Enter')
  await expect(page).toHaveURL(/by=area_ha/)
  await page.reload()
  await expect(page.getByRole('button', { name: /Area \(ha\) Coloured by/ })).toBeVisible({ timeout: 60_000 })
  const { names } = await openDownload(await insights.download())
  expect(names).toEqual(['segments.geojson'])
})

test('what is wrong stands beside its field and stays there; a run that failed can be run again from its inputs', async ({
  page,
  server,
}) => {
  const { aoi } = await summerAoi(server, 'Lakes for bad input')
  const insights = insightsDriver(page)
  await insights.openChooser(aoi)
  await insights.choose('Image clustering')
  const clusters = page.getByRole('textbox', { name: 'Clusters' })
  await clusters.fill('99')
  await clusters.press('Tab')
  await expect(clusters).toHaveAccessibleDescription(/Give a whole number from 2 to 20/)
  await expect(clusters).toHaveValue('99')
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled()
  await clusters.fill('2.5')
  await clusters.press('Tab')
  await expect(clusters).toHaveAccessibleDescription(/Give a whole number/)
  await clusters.fill('4')
  await clusters.press('Tab')
  await expect(insights.runButton()).toBeEnabled()

  await insights.openChooser(aoi)
  await insights.choose('Spectral index')
  const expression = page.getByRole('textbox', { name: 'Expression' })
  await expression.fill('R1000 / red')
  await expect(expression).toHaveAccessibleDescription(/no band near 1000 nm/)
  await expression.fill('red * 0 / 0')
  await insights.run()
  await expect(page.getByRole('alert')).toContainText('The formula has no value at any pixel.', { timeout: 60_000 })
  await page.getByRole('link', { name: 'Run again' }).press('Enter')
  await expect(expression).toHaveValue('red * 0 / 0')
  await expression.fill('nir / red')
  await insights.run()
  await expect(page.getByRole('button', { name: 'Download all' })).toBeVisible({ timeout: 60_000 })
})

test('a run is started once: by two presses, and when its answer is lost on the way and the page is loaded anew', async ({
  page,
  server,
}) => {
  const { aoi } = await summerAoi(server, 'Lakes for one run')
  const insights = insightsDriver(page)
  const started = async () => {
    const answer = await fetch(`${server.url}/v0/aoi/${aoi}/insights`)
    return ((await answer.json()) as { insights: unknown[] }).insights.length
  }
  await insights.openChooser(aoi)
  await insights.choose('Spectral index')
  await expect(insights.runButton()).toBeEnabled()
  await insights.runButton().dblclick()
  await page.waitForURL(/\/insights\/(?!new)[\w-]+/)
  expect(await started()).toBe(1)

  await insights.openChooser(aoi)
  await insights.choose('Land cover')
  await expect(insights.runButton()).toBeEnabled()
  // The answer is lost, and so are those of the list, until the page is loaded anew.
  const path = /\/v0\/aoi\/[^/]+\/insights$/
  await page.route(path, async (route) => {
    if (route.request().method() === 'POST') await route.fetch()
    await route.abort('connectionreset')
  })
  await insights.runButton().press('Enter')
  await expect(page.getByText('No answer came')).toBeVisible()
  await page.unroute(path)
  await page.reload()
  await page.waitForURL(/\/insights\/(?!new)[\w-]+/, { timeout: 60_000 })
  expect(await started()).toBe(2)
})
