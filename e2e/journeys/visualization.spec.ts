import { readFile } from 'node:fs/promises'
import { expect, test } from '../drivers/browser.ts'
import type { Download, Page } from '../drivers/browser.ts'
import { exploreDriver } from '../drivers/explore.ts'
import { mapDriver } from '../drivers/map.ts'
import type { LngLat } from '../drivers/map.ts'
import { pixelCounter, visualizationsDriver } from '../drivers/visualizations.ts'
import { findLandCover } from '#sandbox/earth/land-cover.ts'

// The Havel lakes in the model: forest and water close to each other.
const centre = [13.05, 52.375] as const
const forest = findLandCover([...centre], ['broadleaf forest', 'needleleaf forest']) as LngLat
const lake = findLandCover([...centre], ['lake']) as LngLat
const west = Math.min(forest[0], lake[0]) - 0.004
const south = Math.min(forest[1], lake[1]) - 0.003
const east = Math.max(forest[0], lake[0]) + 0.004
const north = Math.max(forest[1], lake[1]) + 0.003
const clearSummer = '?collections=sentinel-2-l2a&from=2022-06-01&to=2022-09-01&cloud=10'

async function makeAoi(page: Page, name: string) {
  const explore = exploreDriver(page)
  await explore.open(clearSummer)
  await explore.typeArea([west, south, east, north].map((degrees) => degrees.toFixed(4)).join(', '))
  await explore.waitForScenes()
  await explore.pickFirst()
  await explore.panel.getByRole('link', { name: 'Create AOI' }).press('Enter')
  const form = page.getByRole('region', { name: 'New AOI' })
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const textOf = async (download: Download) => readFile(await download.path(), 'utf8')

test('an area, its NDVI, classes that add up, a legend of one’s own in picture and style, and back again', async ({
  page,
  server,
}) => {
  const ndvi = visualizationsDriver(page)
  const map = mapDriver(page)
  await makeAoi(page, 'Lakes for NDVI')
  await server.advance(60_000)
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeEnabled({ timeout: 60_000 })
  await ndvi.add('NDVI')
  await server.advance(60_000)

  const computed = await ndvi.rows()
  const labels = computed.map(({ label }) => label)
  expect(labels[0]).toMatch(/^Water/)
  expect(labels.at(-1)).toBe('Dense')
  expect(sum(computed.map(({ percent }) => percent))).toBeCloseTo(100, 0)
  // Pixels whose middle lies in the area: as much as the area, but for its rim.
  const areaKm2 = Number(/([\d.]+) km²/.exec((await page.getByText(/Sentinel-2 · [\d.]+ km²/).textContent()) ?? '')![1])
  const totalHa = sum(computed.map(({ ha }) => ha))
  expect(Math.abs(totalHa / (areaKm2 * 100) - 1)).toBeLessThan(0.02)

  const before = await pixelCounter(await ndvi.savePng())
  expect(before('#ff00ff')).toBe(0)

  // Another colour, another break, another name: the map shows them while they are chosen.
  await ndvi.edit()
  await ndvi.colour(1).fill('#ff00ff')
  await ndvi.name(1).fill('Open water & <wet>')
  await map.lookAt(centre, 12.5)
  await expect.poll(() => map.colourAt(lake)).toEqual([0xff, 0x00, 0xff])
  await ndvi.upper(5).fill('0.5')
  await ndvi.upper(5).press('Tab')
  await ndvi.lower(6).fill('0.45')
  await ndvi.lower(6).press('Tab')
  await expect(ndvi.lower(6)).toHaveAccessibleDescription('The class begins before that above ends, at 0.5.')
  await expect(ndvi.saveButton).toBeDisabled()
  await ndvi.lower(6).fill('0.5')
  await ndvi.lower(6).press('Tab')
  await ndvi.save()

  await expect(ndvi.legend).toContainText('Open water & <wet>')
  const changed = await ndvi.rows()
  expect(changed[0]!.ha).toBe(computed[0]!.ha)
  expect(changed[5]!.ha).toBeGreaterThanOrEqual(computed[5]!.ha)
  expect(sum(changed.map(({ ha }) => ha))).toBeCloseTo(totalHa, 0)

  // In the picture there is as much of it as there is water, by the pixels of the forest beside it.
  const after = await pixelCounter(await ndvi.savePng())
  const dense = /color="(#\w{6})"[^>]* label="Dense"/.exec(await textOf(await ndvi.saveSld()))![1]!
  expect(after('#ff00ff')).toBeGreaterThan(1000)
  expect(after('#ff00ff') / after(dense) / (changed[0]!.ha / changed[5]!.ha)).toBeCloseTo(1, 1)

  const style = await textOf(await ndvi.saveSld())
  expect(style).toContain('color="#ff00ff" quantity="0" label="Open water &amp; &lt;wet&gt;"')
  expect(style).toContain('quantity="0.5" label="Moderate"')
  const read = await page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'application/xml')
    return [...document.querySelectorAll('ColorMapEntry[opacity="1"]')].map((entry) => entry.getAttribute('label'))
  }, style)
  expect(read).toEqual(['Open water & <wet>', ...labels.slice(1)])

  // Back to what was computed: in the legend, on the map, in the picture.
  await ndvi.rollBack()
  await expect(ndvi.legend).not.toContainText('Open water')
  expect(await ndvi.rows()).toEqual(computed)
  await expect.poll(() => map.colourAt(lake)).not.toEqual([0xff, 0x00, 0xff])
  expect((await pixelCounter(await ndvi.savePng()))('#ff00ff')).toBe(0)
})
