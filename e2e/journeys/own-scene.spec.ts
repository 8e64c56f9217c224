import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fromArrayBuffer } from 'geotiff'
import { exploreDriver } from '../drivers/explore.ts'
import { openDownload } from '../drivers/delivered-files.ts'
import { ordersDriver } from '../drivers/orders.ts'
import { expect, test } from '../drivers/browser.ts'

const realScene = process.env.SWATH_REAL_SCENE
test.skip(!realScene, 'SWATH_REAL_SCENE names no file: the journey over a real scene is not run')

test('a real scene: added, found around Potsdam, ordered, downloaded with every value as it was', async ({
  page,
  server,
}) => {
  const meta = realScene!.replace(/\.tif$/, '.json')
  execFileSync(process.execPath, ['scripts/add-scene.ts', realScene!, '--meta', meta], {
    env: { ...process.env, SWATH_DATA: server.folder },
  })
  const explore = exploreDriver(page)
  await explore.open('?collections=own-enmap&from=2022-01-01&to=2022-12-31')
  await explore.drawRectangle([13.0, 52.375], [13.09, 52.405])
  await explore.waitForScenes()
  await explore.pickFirst()
  const orders = ordersDriver(page)
  await page.getByRole('button', { name: 'Add to cart' }).press('Enter')
  await orders.openCart()
  await orders.chooseProject('Lakes and rivers')
  await orders.submit()
  await server.advance(5000)
  await orders.waitUntilReady()
  const { rasters } = await openDownload(await orders.download())

  // Both files are read with other people's code.
  const bytes = await readFile(realScene!)
  const original = await (await fromArrayBuffer(new Uint8Array(bytes).buffer)).getImage()
  const [delivered] = rasters
  expect([delivered!.bands, delivered!.width, delivered!.height]).toEqual([
    original.getSamplesPerPixel(),
    original.getWidth(),
    original.getHeight(),
  ])
  const [west, south, east, north] = original.getBoundingBox()
  expect(delivered!.bounds).toEqual({ west, south, east, north })
  const expected = (await original.readRasters()) as unknown as ArrayLike<number>[]
  for (let index = 0; index < delivered!.bands; index++) {
    const band = await delivered!.band(index)
    expect(
      Buffer.from(new Int16Array(band)).equals(Buffer.from(new Int16Array(expected[index]!))),
      `band ${index + 1}`,
    ).toBe(true)
  }
})
