import { areaFromUrl } from '#src/geo/area-in-url.ts'
import { polygonsOf } from '#src/geo/rings.ts'
import { expect, test } from '../drivers/browser.ts'
import type { Page } from '../drivers/browser.ts'
import { exploreDriver } from '../drivers/explore.ts'
import { mapDriver } from '../drivers/map.ts'

const square = 'POLYGON((13.04 52.34, 13.1 52.34, 13.1 52.38, 13.04 52.38, 13.04 52.34))'
/** East of it the panel leaves the map free. */
const lookout = [13.02, 52.36] as const

const areaOf = (page: Page) => areaFromUrl(new URL(page.url()).searchParams.get('area'))
const partsOf = (page: Page) => polygonsOf(areaOf(page)!)

/** Explore with the square drawn, in the middle of what the panel leaves free. */
async function withSquare(page: Page) {
  const explore = exploreDriver(page)
  const map = mapDriver(page)
  await explore.open()
  await explore.typeArea(square)
  await map.lookAt(lookout, 11.5)
  const tool = (name: string) => explore.panel.getByRole('button', { name, exact: true })
  const heading = (text: RegExp) => expect(explore.panel.getByRole('heading', { name: text })).toBeVisible()
  return { ...explore, map, tool, heading }
}

test('by mouse: a hole is cut out, the area split through it, a part removed, and all of it undone', async ({
  page,
}) => {
  const { map, tool, heading, panel } = await withSquare(page)
  await heading(/^Area 18\.\d km² · 17.\d km around · 4 corners/)

  await tool('Polygon').click()
  await panel.getByRole('radio', { name: 'Cut out' }).click()
  for (const corner of [
    [13.06, 52.35],
    [13.08, 52.35],
    [13.07, 52.37],
  ] as const)
    await map.click(corner)
  // Told before it is done, and so is what is billed.
  await expect(panel.getByText(/^The area is 16\.\d km², but at least 100 km² is billed/)).toBeVisible()
  await heading(/^Area 16\.\d km² · 2\d.* around · 7 corners/)
  await page.keyboard.press('Enter')
  await heading(/· 7 corners/)
  expect(partsOf(page).map((rings) => rings.length)).toEqual([2])

  await page.keyboard.press('Escape')
  await tool('Split along a line').click()
  await map.click([13.07, 52.395])
  await map.click([13.07, 52.325])
  await page.keyboard.press('Enter')
  await expect(panel.getByText('Split: the area has 2 parts now')).toBeVisible()
  expect(partsOf(page).map((rings) => rings.length)).toEqual([1, 1])

  await tool('Edit corners').click()
  await map.click([13.05, 52.36])
  await page.keyboard.press('Delete')
  await expect(panel.getByText('Shape removed')).toBeVisible()
  expect(partsOf(page)).toHaveLength(1)

  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
  await heading(/^Area 18\.\d km² · 17.\d km around · 4 corners/)
  await page.keyboard.press('Control+Shift+z')
  await heading(/· 7 corners/)
})

test('by mouse: the whole moves with its hole, and a part begun near a corner begins right on it', async ({ page }) => {
  const { map, tool, panel } = await withSquare(page)
  await tool('Rectangle').click()
  await panel.getByRole('radio', { name: 'Cut out' }).click()
  await map.drag([13.05, 52.365], [13.06, 52.355])
  await expect.poll(() => partsOf(page)[0]?.length).toBe(2)
  await page.keyboard.press('Escape')
  const west = (ring: number[][]) => Math.min(...ring.map(([lng = 0]) => lng))
  const holeFromWest = () => west(partsOf(page)[0]![1]!) - west(partsOf(page)[0]![0]!)
  const before = holeFromWest()

  await tool('Edit corners').click()
  await map.drag([13.085, 52.36], [13.095, 52.37])
  await expect.poll(() => partsOf(page)[0]?.[0]?.[0]?.[0]).toBeCloseTo(13.05, 2)
  const [outline = []] = partsOf(page)[0]!
  expect(holeFromWest()).toBeCloseTo(before, 5)

  // A new part that starts near a corner of the first starts right on it.
  await tool('Polygon').click()
  await panel.getByRole('radio', { name: 'Add' }).click()
  const corner = outline.reduce((best, at) => (at[0]! + at[1]! > best[0]! + best[1]! ? at : best))
  const pixel = await map.pixelOf([corner[0]!, corner[1]!])
  await page.mouse.click(pixel.x + 6, pixel.y - 5)
  await map.click([corner[0]! + 0.02, corner[1]! + 0.005])
  await map.click([corner[0]! + 0.02, corner[1]! + 0.015])
  await page.keyboard.press('Enter')
  await expect.poll(() => partsOf(page).length).toBe(2)
  expect(
    partsOf(page).filter((rings) => rings[0]!.some((at) => at[0] === corner[0] && at[1] === corner[1])),
  ).toHaveLength(2)
})

test('by keyboard only: draw, pull a corner across a side, mend the crossing, remove a corner', async ({ page }) => {
  const explore = exploreDriver(page)
  const map = mapDriver(page)
  await explore.open()
  await map.lookAt(lookout, 11.5)
  const tool = (name: string) => explore.panel.getByRole('button', { name, exact: true })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const times = (count: number, key: string) => Array.from({ length: count }, () => key)

  await tool('Polygon').press('Enter')
  await expect(page.getByTestId('crosshair')).toBeVisible()
  await press('Enter', ...times(4, 'Shift+ArrowRight'), 'Enter', ...times(3, 'Shift+ArrowDown'), 'Enter')
  await press(...times(2, 'Shift+ArrowLeft'), 'Enter', 'Backspace')
  await expect(explore.panel.getByText('Corner taken back')).toBeVisible()
  await press(...times(2, 'Shift+ArrowLeft'), 'Enter', 'Control+Enter')
  await expect(explore.panel.getByText('Area drawn')).toBeVisible()
  expect(partsOf(page)[0]![0]).toHaveLength(5)
  // The focus is where it came from.
  await expect(tool('Polygon')).toBeFocused()

  await tool('Edit corners').press('Enter')
  await expect(explore.panel.getByText(/^Corner 1 of 4 at/)).toBeVisible()
  await press(...times(6, 'Shift+ArrowRight'), ...times(1, 'Shift+ArrowDown'))
  await expect(explore.panel.getByText(/^The outline crosses itself/)).toBeVisible()
  await explore.panel.getByRole('button', { name: 'Fix it' }).press('Enter')
  await expect(explore.panel.getByText(/^The outline crosses itself/)).toHaveCount(0)
  await expect.poll(() => partsOf(page).length).toBe(2)

  await press('n', 'Delete')
  await expect(explore.panel.getByText('An outline needs three corners.')).toBeVisible()
  await press('i', 'Delete')
  await expect(explore.panel.getByText('Corner removed')).toBeVisible()
  await press('?')
  await expect(page.getByRole('dialog').getByText('Next corner')).toBeVisible()
  await press('Escape', 'Escape', 'Escape')
  await expect(tool('Edit corners')).toHaveAttribute('aria-pressed', 'false')
})

test('what is picked follows the hand: coverage with every frame, its price asked for now and then', async ({
  page,
}) => {
  const explore = exploreDriver(page)
  const map = mapDriver(page)
  await explore.open()
  await explore.typeArea('13.0, 52.2, 13.3, 52.4')
  await map.lookAt([13.0, 52.3], 10)
  await explore.waitForScenes()
  await explore.pickFirst()
  const figures = explore.panel.getByRole('status').filter({ hasText: '1 scene picked' })
  await expect(figures).toContainText('covering')
  const price = explore.panel.getByText(/^[\d,.]+ ?tokens?$/).first()
  await expect(price).toBeVisible()
  const before = { figures: await figures.textContent(), price: await price.textContent() }

  await explore.panel.getByRole('button', { name: 'Edit corners' }).click()
  let asked = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/v0/orders') asked++
  })
  const [start, end] = [await map.pixelOf([13.3, 52.4]), await map.pixelOf([13.1, 52.25])]
  await page.mouse.move(start.x, start.y)
  const startedMs = Date.now()
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 60 })
  await expect(figures).not.toHaveText(before.figures!)
  await expect.poll(() => price.textContent()).not.toBe(before.price)
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThanOrEqual((Date.now() - startedMs) / 700 + 1)
  await page.mouse.up()
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })
  test('corners are tapped, the first once more to close the shape', async ({ page }) => {
    const { map, tool, heading } = await withSquare(page)
    await tool('Polygon').tap()
    const corners = [
      [13.05, 52.35],
      [13.09, 52.35],
      [13.09, 52.37],
      [13.05, 52.35],
    ] as const
    for (const [i, corner] of corners.entries()) {
      const { x, y } = await map.pixelOf(corner)
      await page.touchscreen.tap(x, y)
      if (i === 2) await heading(/km² · .* · 3 corners/)
    }
    await expect(tool('Polygon')).toHaveAttribute('aria-pressed', 'false')
    expect(partsOf(page)).toHaveLength(1)
  })

  test('a corner is tapped and removed', async ({ page }) => {
    const { map, tool, heading, panel } = await withSquare(page)
    await tool('Edit corners').tap()
    const { x, y } = await map.pixelOf([13.1, 52.38])
    await page.touchscreen.tap(x + 5, y - 4)
    await expect(panel.getByText(/^Corner 3 of 4 at/)).toBeVisible()
    await page.getByRole('button', { name: 'Remove this corner' }).tap()
    await heading(/· 3 corners/)
    await page.touchscreen.tap((await map.pixelOf([13.04, 52.34])).x, (await map.pixelOf([13.04, 52.34])).y)
    await expect(page.getByRole('button', { name: 'Remove this corner' })).toBeDisabled()
  })
})
