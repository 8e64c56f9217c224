import { exploreDriver } from '../drivers/explore.ts'
import { openDownload } from '../drivers/delivered-files.ts'
import { ordersDriver } from '../drivers/orders.ts'
import { expect, test } from '../drivers/browser.ts'
import type { Page, Server } from '../drivers/browser.ts'
import { findLandCover } from '#sandbox/earth/land-cover.ts'
import { sensorByKey } from '#sandbox/earth/sensors.ts'

// The Havel lakes in the model: forest and water close to each other.
const centre = [13.05, 52.375] as const
const forest = findLandCover([...centre], ['broadleaf forest', 'needleleaf forest'])
const lake = findLandCover([...centre], ['lake'])
if (!forest || !lake) throw new Error('the model has no forest or no lake near Potsdam')
const corner = {
  southWest: [Math.min(forest[0]!, lake[0]!) - 0.004, Math.min(forest[1]!, lake[1]!) - 0.003] as const,
  northEast: [Math.max(forest[0]!, lake[0]!) + 0.004, Math.max(forest[1]!, lake[1]!) + 0.003] as const,
}
const summer = '?collections=pixxel-ff-l2a&cloud=10&from=2026-06-01&to=2026-09-05'

async function orderAndDownload(page: Page, server: Server) {
  const orders = ordersDriver(page)
  await page.getByRole('button', { name: 'Add to cart' }).press('Enter')
  await orders.openCart()
  await orders.chooseProject('Lakes and rivers')
  await orders.submit()
  await server.advance(5000)
  await orders.waitUntilReady()
  return openDownload(await orders.download())
}

test('draw, find, order, download: the saved file holds the area, all bands and the right spectra', async ({
  page,
  server,
}) => {
  const explore = exploreDriver(page)
  await explore.open(summer)
  await explore.drawRectangle(corner.southWest, corner.northEast)
  await explore.waitForScenes()
  await explore.pickFirst()
  const { rasters } = await orderAndDownload(page, server)

  const [raster] = rasters
  expect(rasters).toHaveLength(1)
  const firefly = sensorByKey('firefly')
  expect(raster!.bands).toBe(firefly.bands.length)
  expect(raster!.epsg).toBe(32633)
  expect(raster!.width).toBeGreaterThan(100)

  const band = (name: string) => firefly.bands.findIndex((each) => each.name === name)
  const ndvi = async (place: readonly number[]) => {
    const spectrum = await raster!.spectrumAt([place[0]!, place[1]!])
    const [nir, red] = [spectrum[band('B118')]!, spectrum[band('B062')]!]
    return (nir - red) / (nir + red)
  }
  expect(await ndvi(forest)).toBeGreaterThan(0.6)
  expect(await ndvi(lake)).toBeLessThan(0)
})

test('the same by keyboard, with the area given as coordinates', async ({ page, server }) => {
  const explore = exploreDriver(page)
  await explore.open(summer)
  const [west, south] = corner.southWest
  const [east, north] = corner.northEast
  await explore.typeArea(`${west.toFixed(4)}, ${south.toFixed(4)}, ${east.toFixed(4)}, ${north.toFixed(4)}`)
  await explore.waitForScenes()
  await explore.pickFirst()
  const { rasters } = await orderAndDownload(page, server)
  expect(rasters[0]!.bands).toBe(135)
})
