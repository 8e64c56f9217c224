import { expect, test } from '../drivers/browser.ts'
import type { Locator, Page } from '../drivers/browser.ts'
import { exploreDriver } from '../drivers/explore.ts'

const berlin = '?area=11.5,51.5,14.9,53.5&from=2024-01-01&to=2026-10-31'

/** The number of scenes found, once all are read and counted. */
async function countOf(page: Page): Promise<number> {
  const heading = page.getByRole('region', { name: /^[\d,]+ scenes?$/ })
  await expect(heading).toBeVisible()
  await expect(heading).toHaveAttribute('aria-busy', 'false')
  return Number((await heading.getAttribute('aria-label'))!.replaceAll(/\D/g, ''))
}

/** What the list and its filters say, to be compared with what another page says. */
async function stateOf(page: Page) {
  const pressed = page.getByRole('region', { name: 'Explore' }).locator('button[aria-pressed=true]')
  return {
    count: await countOf(page),
    firstRow: await page.getByRole('list', { name: 'Scenes' }).getByRole('listitem').first().innerText(),
    pressed: await pressed.allInnerTexts(),
    firstDay: await page.getByRole('slider', { name: 'First day' }).getAttribute('aria-valuetext'),
  }
}

async function press(target: Locator, key: string, times = 1) {
  for (let i = 0; i < times; i++) await target.press(key)
}

test('filters, facets, a stretch of days and a saved search, by keyboard; the address brings all of it back', async ({
  page,
}) => {
  const explore = exploreDriver(page)
  await explore.open(berlin)
  await explore.waitForScenes()
  const all = await countOf(page)
  expect(all).toBeGreaterThan(20)

  // Filters: the catalogues are asked again.
  const filters = explore.panel.getByRole('button', { name: /^Filters/ })
  if ((await filters.getAttribute('aria-expanded')) === 'false') await filters.press('Enter')
  await press(explore.panel.getByRole('slider', { name: 'Cloud up to' }), 'PageDown', 5)
  await expect(page).toHaveURL(/cloud=50/)
  const clear = await countOf(page)
  expect(clear).toBeLessThan(all)
  expect(clear).toBeGreaterThan(5)
  await explore.panel.getByRole('button', { name: 'More filters' }).press('Enter')
  await press(explore.panel.getByRole('slider', { name: 'Off nadir up to' }), 'PageDown', 6)
  await expect(page).toHaveURL(/offNadir=/)
  await explore.panel.getByRole('textbox', { name: 'GSD up to' }).fill('10')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/gsd=10/)
  await expect(explore.panel.getByText(/Neither catalogue can be asked by GSD/)).toBeVisible()
  const fine = await countOf(page)
  expect(fine).toBeLessThan(clear)

  // Facets: what a value promises is what the list then has.
  await explore.panel.getByRole('button', { name: /^Narrow down/ }).press('Enter')
  const satellites = explore.panel.getByRole('group', { name: 'Satellite' }).getByRole('button')
  const promised = Number((await satellites.first().innerText()).match(/(\d+)$/)![1])
  await satellites.first().press('Space')
  await expect(satellites.first()).toHaveAttribute('aria-pressed', 'true')
  expect(await countOf(page)).toBe(promised)
  expect(promised).toBeLessThan(fine)

  // A stretch of days: its first day is moved by the keyboard.
  const firstDay = page.getByRole('slider', { name: 'First day' })
  await expect(firstDay).toHaveAttribute('aria-valuetext', '2024-01-01')
  await press(firstDay, 'PageUp', 2)
  await press(firstDay, 'ArrowRight', 3)
  await expect(page).toHaveURL(/during=2024-\d\d-\d\d_2026-10-31/)
  const from = (await firstDay.getAttribute('aria-valuetext'))!
  const later = await countOf(page)
  expect(later).toBeLessThanOrEqual(promised)
  for (const row of await page.getByRole('list', { name: 'Scenes' }).getByRole('listitem').all()) {
    expect((await row.innerText()).match(/\d{4}-\d\d-\d\d/)![0] >= from).toBe(true)
  }

  // Saved under a name, and the same after a reload and from a bare Explore.
  const state = await stateOf(page)
  await explore.panel.getByRole('button', { name: 'Saved searches' }).press('Enter')
  const menu = page.getByRole('dialog', { name: 'Saved searches' })
  await menu.getByRole('textbox', { name: 'Name of this search' }).fill('Clear days around Berlin')
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('link', { name: 'Clear days around Berlin' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.reload()
  expect(await stateOf(page)).toEqual(state)

  await page.goto('/explore')
  await explore.panel.getByRole('link', { name: 'Clear days around Berlin' }).press('Enter')
  expect(await stateOf(page)).toEqual(state)

  // Renamed, deleted, and brought back.
  await explore.panel.getByRole('button', { name: 'Saved searches' }).press('Enter')
  await menu.getByRole('button', { name: 'Rename Clear days around Berlin' }).press('Enter')
  await menu.getByRole('textbox', { name: 'Name of this search' }).last().fill('Berlin')
  await page.keyboard.press('Enter')
  await menu.getByRole('button', { name: 'Delete Berlin' }).press('Enter')
  await expect(menu.getByRole('link', { name: 'Berlin' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).filter({ hasText: 'Undo' }).press('Enter')
  await explore.panel.getByRole('button', { name: 'Saved searches' }).press('Enter')
  await expect(menu.getByRole('link', { name: 'Berlin' })).toBeVisible()
})

test('a stretch is drawn over the timeline by mouse, a bar is pressed, and all days come back', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open(berlin)
  await explore.waitForScenes()
  const all = await countOf(page)
  const track = (await page
    .getByRole('slider', { name: 'First day' })
    .locator('xpath=ancestor::*[@role="group"][1]')
    .boundingBox())!
  const at = (share: number) => [track.x + share * track.width, track.y + 14] as const
  await page.mouse.move(...at(0.4))
  await page.mouse.down()
  await page.mouse.move(...at(0.6), { steps: 5 })
  await page.mouse.up()
  await expect(page).toHaveURL(/during=2025-\d\d-\d\d_2025-\d\d-\d\d/)
  const within = await countOf(page)
  expect(within).toBeLessThan(all)
  await explore.panel.getByRole('button', { name: 'All days' }).click()
  await expect(page).not.toHaveURL(/during/)
  expect(await countOf(page)).toBe(all)
  await page.mouse.click(...at(0.5))
  await expect(page).toHaveURL(/during=2025-\d\d-01_2025-\d\d-\d\d/)
})

test('a catalogue that does not answer takes nothing from the other, and is asked again', async ({ page }) => {
  await page.route('**/v0/search', (route) => route.abort('connectionreset'))
  const explore = exploreDriver(page)
  await explore.open(berlin)
  await explore.waitForScenes()
  const notice = explore.panel.getByRole('alert')
  await expect(notice).toContainText('The search for analysis: The service did not answer')
  await expect(notice).toContainText('What the other catalogue has is shown below.')
  const rows = explore.panel.getByRole('list', { name: 'Scenes' }).getByRole('listitem')
  const alone = rows.first().getByTitle('Found in the archive alone: can be ordered')
  await expect(alone).toBeVisible()
  await page.unroute('**/v0/search')
  await notice.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(notice).toHaveCount(0)
  await expect(alone).toHaveCount(0)
})

test('a scene that only the search for analysis has opens whole, also by its address', async ({ page }) => {
  await page.route('**/v0/archives/search', (route) =>
    route.fulfill({ json: { type: 'FeatureCollection', features: [] } }),
  )
  await page.route('**/v0/archives/collections/*/items/*', (route) =>
    route.fulfill({ status: 404, json: { error: { code: 'not_found', message: 'No such scene' } } }),
  )
  const explore = exploreDriver(page)
  await explore.open('?area=13,52.3,13.2,52.4&from=2024-01-01&to=2026-10-31')
  await explore.waitForScenes()
  const row = explore.scenes.getByRole('listitem').first()
  await expect(row.getByTitle('Found in the search for analysis alone: an AOI can be made of it')).toBeVisible()
  await row.getByRole('link', { name: 'Scene details' }).press('Enter')
  for (const _ of ['come to from the list', 'loaded by its address']) {
    await expect(page.getByText(/^\d+ bands$/).first()).toBeVisible()
    await expect(page.getByRole('row').nth(3)).toBeVisible()
    await expect(page.getByText('can not be ordered. An AOI can be made of it.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeDisabled()
    await expect(page.getByRole('link', { name: 'Create AOI' })).toHaveAttribute('href', /aois\/new/)
    await page.reload()
  }
  await page.getByRole('button', { name: 'Back' }).press('Enter')
  await explore.waitForScenes()
  await expect(page).not.toHaveURL(/taken=/)
})

test('the order by cloud says that scenes without a figure may be missing, unless a limit of cloud leaves them out', async ({
  page,
}) => {
  const explore = exploreDriver(page)
  const note = explore.panel.getByText('Scenes that tell no cloud figure may be missing')
  await explore.open(`${berlin}&sort=clearest`)
  await explore.waitForScenes()
  await expect(note).toBeVisible()
  await explore.open(`${berlin}&sort=clearest&cloud=60`)
  await explore.waitForScenes()
  await expect(note).toHaveCount(0)
})

test('a service that answers nothing is told of after a few tries, and asked again by a press', async ({ page }) => {
  const tries = new Map<string, number>()
  await page.route('**/v0/**', (route) => {
    const { pathname } = new URL(route.request().url())
    tries.set(pathname, (tries.get(pathname) ?? 0) + 1)
    return route.abort('connectionreset')
  })
  const { panel, ...explore } = exploreDriver(page)
  await explore.open(berlin)
  const again = panel.getByRole('button', { name: 'Try again' })
  // Each catalogue for itself.
  await expect(again).toHaveCount(2)
  // Three of whoever asks; the search, which needs the satellites, does not multiply them.
  expect(Math.max(...tries.values())).toBeLessThanOrEqual(5)
  await page.unroute('**/v0/**')
  for (const catalogue of ['The archive', 'The search for analysis'])
    await panel.getByRole('alert').filter({ hasText: catalogue }).getByRole('button').press('Enter')
  await explore.waitForScenes()
  await expect(again).toHaveCount(0)
})

test('picked scenes are told apart by what was delivered, and listed', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open(berlin)
  await explore.waitForScenes()
  await explore.pickFirst()
  await explore.panel.getByRole('button', { name: 'Download picked scenes' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Download picked scenes' })
  await expect(dialog.getByRole('status')).toContainText('None of these scenes was delivered')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save 1 scene as CSV' }).press('Enter'),
  ])
  expect(download.suggestedFilename()).toBe('scenes.csv')
})
