import { exploreDriver } from '../drivers/explore.ts'
import { expect, test } from '../drivers/browser.ts'

// Each is answered with a sentence beside the field or the area, and what was typed stays.
const refused: [what: string, typed: string, sentence: RegExp][] = [
  ['self-crossing', 'POLYGON((13 52.3, 13.1 52.4, 13.1 52.3, 13 52.4, 13 52.3))', /cross/i],
  ['tiny', 'POLYGON((13 52.3, 13.00001 52.3, 13.00001 52.30001, 13 52.30001, 13 52.3))', /draw at least 100 m²/],
  ['huge', '-20, -30, 40, 50', /make it smaller or split it/],
  ['not an area at all', 'somewhere near Potsdam', /names no area: paste .* or coordinates/],
]

for (const [what, typed, sentence] of refused) {
  test(`a ${what} area gets a plain sentence and nothing typed is lost`, async ({ page }) => {
    const explore = exploreDriver(page)
    await explore.open()
    await explore.typeArea(typed)
    await expect(explore.panel.getByText(sentence).first()).toBeVisible()
    const field = explore.panel.getByRole('textbox', { name: 'Coordinates of the area' })
    if (!(await field.isVisible())) await explore.panel.getByRole('button', { name: 'Type coordinates' }).press('Enter')
    // Numbers may be written anew; the corners are those that were typed.
    await expect(field).toHaveValue(what === 'not an area at all' ? typed : /\d/)
  })
}

test('an area over the antimeridian is cut there into two parts and searched', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open()
  await explore.typeArea('POLYGON((179.9 10, -179.9 10, -179.9 10.2, 179.9 10.2, 179.9 10))')
  await expect(explore.panel.getByRole('heading', { name: /^Area 485 km² · .* · 8 corners/ })).toBeVisible()
  await expect(explore.panel.getByText('As read: cut the area at the antimeridian.')).toBeVisible()
  await expect(explore.panel.getByText(/No scene over this area|scenes? found|^\d+ scenes?$/).first()).toBeVisible()
})

test('a ring that was left open is closed, and that is said', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open()
  await explore.typeArea('POLYGON((13.03 52.36, 13.07 52.36, 13.07 52.38, 13.03 52.38))')
  await expect(explore.panel.getByText('As read: closed an open ring.')).toBeVisible()
  // Of an area that was drawn or typed anew, nothing was read.
  await explore.typeArea('13.03, 52.36, 13.06, 52.38')
  await expect(explore.panel.getByText(/^As read/)).toHaveCount(0)
})

test('dates the wrong way round are told, and the dates stay', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open('?area=13.035,52.367,13.066,52.383&from=2026-08-01&to=2026-07-01')
  await expect(explore.panel.getByText('The search starts once the dates are in order.')).toBeVisible()
  await expect(explore.panel.getByText('2026-08-01 – 2026-07-01').first()).toBeVisible()
})

test('an outline that crosses itself is marked where it does, and mended there into its two wings', async ({
  page,
}) => {
  const explore = exploreDriver(page)
  await explore.open()
  await explore.typeArea('POLYGON((13 52.3, 13.1 52.4, 13.1 52.3, 13 52.4, 13 52.3))')
  const mark = page.getByRole('button', {
    name: /^What is wrong here: The outline crosses itself near 52\.3500, 13\.0500/,
  })
  await mark.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fix it' }).click()
  await expect(mark).toHaveCount(0)
  await expect(explore.panel.getByRole('heading', { name: /^Area 37\.9 km² · .* · 6 corners/ })).toBeVisible()
  await expect(explore.panel.getByText('The search starts once the area is in order.')).toHaveCount(0)
})
