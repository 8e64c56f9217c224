import { expect, test } from '../drivers/browser.ts'
import type { Page, Server } from '../drivers/browser.ts'
import { exploreDriver } from '../drivers/explore.ts'
import { mapDriver } from '../drivers/map.ts'
import type { LngLat } from '../drivers/map.ts'
import { colourfulness, huesWithin, screenPixels } from '../drivers/screen-pixels.ts'

// Around Potsdam and Berlin, all years: several hundred scenes, of which a dozen fit into the panel.
const everything = '?area=12.6,52.1,14.1,52.7&from=2021-11-01&to=2026-11-01'

function list(page: Page) {
  const { scenes, panel } = exploreDriver(page)
  const row = (place: number) => scenes.locator(`li[aria-posinset="${place}"]`)
  return {
    row,
    main: (place: number) => row(place).locator('[data-row-main]'),
    keyOf: async (place: number) => {
      const href = await row(place).getByRole('link', { name: 'Scene details' }).getAttribute('href')
      return decodeURIComponent(/scenes\/([^?]+)/.exec(href!)![1]!)
    },
    /** How many there are, as a screen reader hears it. */
    size: async () => Number(await scenes.getByRole('listitem').first().getAttribute('aria-setsize')),
    focusedPlace: () =>
      page.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0)),
    async showAll() {
      await exploreDriver(page).waitForScenes()
      const more = panel.getByRole('button', { name: 'Show more' })
      while ((await panel.getByText('Nothing fits?').count()) === 0) {
        await more.or(panel.getByText('Nothing fits?')).first().scrollIntoViewIfNeeded()
        if ((await more.count()) > 0) await more.click()
      }
    },
    /** Outlines of what is selected or pointed at, as the map draws them. */
    marked: () =>
      page.evaluate(() =>
        window
          .swathMap!.features('footprints')
          .filter(({ layer }) => layer.includes('/marked/line'))
          .map(({ properties }) => properties as { key: string; isHovered: boolean; isSelected: boolean }),
      ),
  }
}

test('hundreds of results: few nodes, and every row within reach of the keyboard', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open(everything)
  const { row, main, size, focusedPlace, showAll } = list(page)
  await showAll()
  const count = await size()
  expect(count).toBeGreaterThan(150)
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(1500)
  expect(await explore.scenes.getByRole('listitem').count()).toBeLessThan(40)

  await page.keyboard.press('Escape')
  await explore.scenes.getByRole('listitem').first().locator('[data-row-main]').focus()
  await page.keyboard.press('Home')
  await expect.poll(focusedPlace).toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(focusedPlace).toBe(3)
  await page.keyboard.press('End')
  await expect.poll(focusedPlace).toBe(count)
  await expect(main(count)).toBeFocused()
  await expect(main(count)).toBeInViewport()

  // Space picks; Enter looks at the scene on the map.
  await page.keyboard.press('Space')
  await expect(row(count).getByRole('checkbox')).toBeChecked()
  await expect(page).toHaveURL(/[?&]picked=/)
  await page.keyboard.press('Enter')
  await expect(main(count)).toHaveAttribute('aria-current', 'true')

  // Typing goes to the next row that starts so: by date, or by satellite.
  await page.keyboard.press('Home')
  await expect.poll(focusedPlace).toBe(1)
  await page.keyboard.type('2023')
  await expect(page.locator('[data-row-main]:focus time')).toHaveAttribute('datetime', /^2023/)

  // One stop of the Tab key, with what belongs to the row before and after it.
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAccessibleName('Scene details')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('[aria-label="Scenes"]'))).toBeNull()
})

test('list and map point at the same scene, by mouse and by keyboard', async ({ page }) => {
  const explore = exploreDriver(page)
  const map = mapDriver(page)
  await explore.open(everything)
  const { row, main, marked, keyOf, focusedPlace } = list(page)
  await explore.waitForScenes()
  await map.idle()
  const pointed = async () => (await marked()).filter(({ isHovered }) => isHovered).map(({ key }) => key)
  const selected = async () => (await marked()).filter(({ isSelected }) => isSelected).map(({ key }) => key)

  // From the list to the map: what the mouse is over, and what the keyboard has come to.
  await row(2).hover()
  await expect.poll(pointed).toEqual([await keyOf(2)])
  await main(1).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(pointed).toEqual([await keyOf(3)])
  await page.keyboard.press('Enter')
  await expect.poll(selected).toEqual([await keyOf(3)])
  await expect(page).toHaveURL(new RegExp(`scene=${encodeURIComponent(await keyOf(3)).replaceAll('.', '\\.')}`))
  const before = await keyOf(3)
  await page.keyboard.press('Escape')
  await expect.poll(selected).toEqual([])
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect(row(1)).not.toBeInViewport()

  // From the map to the list: the row of the outline under the mouse is marked and comes into sight.
  await map.hover([13.05, 52.38])
  await expect.poll(pointed).toHaveLength(1)
  const [under] = await pointed()
  const rowUnder = explore.scenes
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="${under!.split('/')[1]}"]`) })
  await expect(rowUnder).toHaveAttribute('data-pointed', 'true')
  await expect(rowUnder).toBeInViewport()
  await expect(explore.scenes.locator('[data-pointed]')).toHaveCount(1)

  // A press on the map looks at that scene; from its row the keys go on.
  await map.click([13.05, 52.38])
  await expect.poll(async () => (await selected())[0]).not.toBe(before)
  const current = explore.scenes.locator('[aria-current="true"]')
  await expect(current).toBeInViewport()
  const place = Number(await current.locator('xpath=ancestor::li').getAttribute('aria-posinset'))
  await explore.panel.getByRole('button', { name: 'Best cover' }).focus()
  while ((await focusedPlace()) === 0) await page.keyboard.press('Tab')
  expect(await focusedPlace()).toBe(place)
})

test('outlines tell cloud, date or satellite by their colour; quicklooks let through what is under them', async ({
  page,
  server,
}) => {
  const explore = exploreDriver(page)
  const map = mapDriver(page)
  await explore.open(everything)
  const { main } = list(page)
  await explore.waitForScenes()
  await map.idle()
  const hues = async () => huesWithin(await screenPixels(page), mapBox)
  // The outline of the area.
  expect((await hues()).size).toBe(1)

  await explore.panel.getByRole('radio', { name: 'Cloud' }).click()
  await expect(page).toHaveURL(/colour=cloud/)
  await expect(explore.panel.getByRole('img', { name: 'Cloud: 0 % – 100 %' })).toBeVisible()
  // From violet over blue and green to yellow.
  await expect.poll(async () => (await hues()).size).toBeGreaterThan(4)
  await explore.panel.getByRole('radio', { name: 'Satellite' }).click()
  const legend = explore.panel.getByRole('list', { name: 'Satellite' })
  await expect(legend.getByText('Firefly')).toBeVisible()
  expect(await legend.getByRole('listitem').count()).toBeGreaterThan(2)
  await expect.poll(async () => (await hues()).size).toBeGreaterThan(2)
  await expectOutlinesInPlace(page, server)
  await page.getByRole('button', { name: 'Show as a globe' }).click()
  await expect(() => expectOutlinesInPlace(page, server)).toPass({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Show as a flat map' }).click()
  await explore.panel.getByRole('radio', { name: 'None' }).click()

  await main(1).click()
  await expect.poll(() => map.layers('imagery')).toHaveLength(1)
  const opacity = explore.panel.getByRole('slider', { name: 'Quicklook opacity' })
  await opacity.press('Home')
  await expect(page).toHaveURL(/opacity=0/)
  await map.idle()
  const place = await middleOf(server, new URL(page.url()).searchParams.get('scene')!)
  await map.lookAt([place[0] - 0.1, place[1]], 10)
  const clear = await map.colourAt(place)
  await opacity.press('End')
  await expect(page).not.toHaveURL(/opacity/)
  await expect.poll(() => map.colourAt(place)).not.toEqual(clear)
})

/** Beside the panel, the controls and what is written at the bottom. */
const mapBox = { x: 640, y: 100, width: 540, height: 600 }

/** Halfway along edges of scenes found, as the archive tells them, the map has a line of some colour. Rarer satellites share a grey. */
async function expectOutlinesInPlace(page: Page, server: Server): Promise<void> {
  const keys = await page.evaluate(() =>
    window.swathMap!.features('footprints').map(({ properties }) => (properties as { key: string }).key),
  )
  const map = mapDriver(page)
  let seen = 0
  const pixels = await screenPixels(page)
  for (const key of keys.filter((found) => found.startsWith('sentinel-2')).slice(0, 20)) {
    const corners = await cornersOf(server, key)
    for (const [i, to] of corners.slice(1).entries()) {
      const from = corners[i]!
      const at = await map.pixelOf(halfway(from, to)).catch(() => undefined)
      if (
        !at ||
        at.x < mapBox.x ||
        at.x > mapBox.x + mapBox.width ||
        at.y < mapBox.y ||
        at.y > mapBox.y + mapBox.height
      )
        continue
      seen++
      const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => colourfulness(pixels.at(at.x + dx, at.y + dy))))
      expect(Math.max(...around), `${key}, edge ${i}`).toBeGreaterThan(0.12)
    }
  }
  expect(seen).toBeGreaterThan(5)
}

/** On the line that is straight on the flat map, as all maps of the web draw it. */
function halfway(from: LngLat, to: LngLat): LngLat {
  const y = (lat: number) => Math.asinh(Math.tan((lat * Math.PI) / 180))
  return [(from[0] + to[0]) / 2, (Math.atan(Math.sinh((y(from[1]) + y(to[1])) / 2)) * 180) / Math.PI]
}

/** The outer ring of a scene, as the archive tells it. */
async function cornersOf(server: Server, key: string): Promise<[number, number][]> {
  const [collection, id] = key.split('/')
  const response = await fetch(`${server.url}/v0/archives/collections/${collection}/items/${id}`)
  const { geometry } = (await response.json()) as { geometry: { coordinates: [[number, number][]] } }
  return geometry.coordinates[0]
}

/** The middle of a scene. */
async function middleOf(server: Server, key: string): Promise<[number, number]> {
  const corners = (await cornersOf(server, key)).slice(1)
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length
  return [mean(0), mean(1)]
}

test('two picked scenes side by side, and in turn on the map', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open(everything)
  await explore.waitForScenes()
  const { row } = list(page)
  await row(1).getByRole('checkbox').press('Space')
  await row(2).getByRole('checkbox').press('Space')
  await explore.panel.getByRole('button', { name: 'Compare' }).click()
  const table = explore.panel.getByRole('table', { name: 'Two scenes compared' })
  await expect(table.getByRole('row', { name: /^Cloud/ }).getByRole('cell')).toHaveCount(2)
  await expect(page).toHaveURL(/compare=1/)
  await explore.panel.getByRole('radio', { name: 'Blink' }).click()
  await expect(explore.panel.getByRole('radio', { name: 'Blink' })).toBeChecked()
  await page.reload()
  await expect(table).toBeVisible()
})

test('coverage is measured in a worker: figures, their order, and the fewest scenes that cover an area of many corners', async ({
  page,
}) => {
  const explore = exploreDriver(page)
  await explore.open(`?area=${wavyCircle([13.2, 52.4], 0.7, 900)}&from=2024-01-01&to=2026-11-01&sort=coverage`)
  const { size } = list(page)
  await explore.waitForScenes()
  await expect(explore.panel.getByRole('region', { name: /scenes?$/ })).toHaveAttribute('aria-busy', 'false')
  expect(await size()).toBeGreaterThan(100)
  expect(page.workers().map((worker) => worker.url())).toContainEqual(expect.stringContaining('coverage-worker'))

  const rows = await explore.scenes
    .getByRole('listitem')
    .getByTitle(/^Covers .* of the area$/)
    .allInnerTexts()
  const percents = rows.map((text) => Number(/(\d+) %/.exec(text)![1]))
  expect(percents.length).toBeGreaterThan(5)
  expect(percents).toEqual(percents.toSorted((a, b) => b - a))
  expect(percents[0]).toBeGreaterThan(30)

  await explore.panel.getByRole('button', { name: 'Best cover' }).click()
  const told = explore.panel.getByText(/^\d+ scenes picked, covering \d+ %$/)
  const [count, together] = (await told.innerText()).match(/\d+/g)!.map(Number)
  expect(count).toBeGreaterThan(1)
  expect(together).toBeGreaterThan(percents[0]!)
  await expect(page).toHaveURL(/picked=/)
})

test('a worker that does not start is told of, and the scenes are there without their coverage', async ({ page }) => {
  await page.route('**/coverage-worker*', (route) => route.abort('connectionreset'))
  const explore = exploreDriver(page)
  await explore.open('?area=12.6,52.1,14.1,52.7')
  await explore.waitForScenes()
  await expect(explore.panel.getByText('could not be measured')).toBeVisible()
  await expect(explore.scenes.getByTitle(/^Covers/)).toHaveCount(0)
  await explore.panel.getByRole('button', { name: 'Best cover' }).click()
  await expect(page.getByText('The fewest scenes could not be found out')).toBeVisible()
})

/** An outline as WKT. */
function wavyCircle([lng, lat]: readonly [number, number], radius: number, corners: number): string {
  const ring = Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % corners)) / corners
    const far = radius * (0.9 + 0.1 * Math.sin(20 * angle))
    return `${(lng + (far * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180)).toFixed(5)} ${(lat + far * Math.sin(angle)).toFixed(5)}`
  })
  return encodeURIComponent(`POLYGON((${ring.join(',')}))`)
}
