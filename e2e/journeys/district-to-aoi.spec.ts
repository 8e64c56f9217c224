import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exploreDriver } from '../drivers/explore.ts'
import { expect, test } from '../drivers/browser.ts'
import type { Page } from '../drivers/browser.ts'
import { keyboardDriver } from '../drivers/keyboard.ts'

// A projected Shapefile (EPSG:3035) of two districts, made by GDAL; three clear scenes of the summer cover one of them.
const fixtures = join(import.meta.dirname, '../../src/vectors/fixtures')
const districts = join(fixtures, 'landkreise-laea.zip')
const summer = { from: '2026-06-01', to: '2026-08-31' }

const { files } = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8')) as {
  files: Record<string, { name: string; areaKm2: number }[]>
}
const teltow = files['landkreise-laea.zip']!.find(({ name }) => name === 'Teltow')!

// Three scenes of a whole district in all bands are minutes of work, which nothing here waits for.
test.use({ serverName: 'district' })

async function expectThreeClearSummerScenes(page: Page) {
  const { panel } = exploreDriver(page)
  const ticked = panel.getByRole('list', { name: 'Scenes' }).getByRole('checkbox', { checked: true })
  await expect(ticked).toHaveCount(3)
  for (const box of await ticked.all()) {
    const name = await box.getAttribute('aria-label')
    expect(name).toMatch(/Firefly/)
    expect(/\d{4}-\d\d-\d\d/.exec(name ?? '')?.[0]).toMatch(/^2026-0[678]-/)
  }
  const clouds = await panel.getByRole('list', { name: 'Scenes' }).getByTitle('Cloud').allInnerTexts()
  expect(clouds.length).toBeGreaterThanOrEqual(3)
  for (const cloud of clouds) expect(Number.parseFloat(cloud)).toBeLessThanOrEqual(10)
  await expect(panel.getByText(/^3 scenes picked, covering 100 %/)).toBeVisible()
}

async function expectAoi(page: Page, name: string) {
  const row = page.getByRole('region', { name: 'AOIs' }).getByRole('listitem').filter({ hasText: name })
  await expect(row).toBeVisible()
  // As GDAL measures the district, too.
  await expect(row).toContainText(`${Math.round(teltow.areaKm2)} km²`)
}

test('from a district in a Shapefile to an AOI of the best three scenes of last summer, by mouse', async ({ page }) => {
  const explore = exploreDriver(page)
  const { panel } = explore
  await explore.open()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    panel.getByRole('button', { name: 'Import an area' }).click(),
  ])
  await chooser.setFiles(districts)
  await panel.getByRole('form').getByText('Teltow').click()
  await panel.getByRole('button', { name: 'Use this feature' }).click()
  await explore.waitForScenes()

  await explore.openFilters()
  await panel.getByRole('textbox', { name: 'Acquired, From' }).fill(summer.from)
  await panel.getByRole('textbox', { name: 'Acquired, To' }).fill(summer.to)
  await panel.getByRole('button', { name: 'Firefly', exact: true }).click()
  await explore.dragCloudTo(9)
  await expect(panel.getByText(/^\d+ scenes?$/).first()).toBeVisible()
  await panel.getByRole('button', { name: 'Best cover' }).click()
  await expectThreeClearSummerScenes(page)

  await panel.getByRole('link', { name: 'Create AOI' }).click()
  const form = page.getByRole('region', { name: 'New AOI' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Teltow by mouse')
  await form.getByRole('button', { name: 'Create AOI' }).click()
  await page.waitForURL(/\/aois\/(?!new)[\w-]+/)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'AOIs' }).click()
  await expectAoi(page, 'Teltow by mouse')
})

test('the same with nothing but the keyboard', async ({ page }) => {
  const explore = exploreDriver(page)
  const { panel } = explore
  const { tabTo, press, type } = keyboardDriver(page)
  await explore.open()
  await tabTo(panel.getByRole('button', { name: 'Import an area' }))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')])
  await chooser.setFiles(districts)
  // The list has the focus; its second row is the district.
  await expect(panel.getByRole('checkbox', { name: 'All 2' })).toBeFocused()
  await press('Tab', 'Tab', 'ArrowDown', 'Space')
  await expect(panel.getByRole('checkbox', { name: 'Teltow' })).toBeChecked()
  await tabTo(panel.getByRole('button', { name: 'Use this feature' }))
  await press('Enter')
  await explore.waitForScenes()

  if (!(await panel.getByRole('textbox', { name: 'Acquired, From' }).isVisible())) {
    await tabTo(panel.getByRole('button', { name: /^Filters/ }))
    await press('Enter')
  }
  await tabTo(panel.getByRole('textbox', { name: 'Acquired, From' }))
  await type(summer.from)
  await tabTo(panel.getByRole('textbox', { name: 'Acquired, To' }))
  await type(summer.to)
  await tabTo(panel.getByRole('button', { name: 'Firefly', exact: true }))
  await press('Space')
  await tabTo(panel.getByRole('slider', { name: 'Cloud up to' }))
  await press('Home', ...Array<string>(9).fill('ArrowRight'))
  await expect(panel.getByText(/^\d+ scenes?$/).first()).toBeVisible()
  await tabTo(panel.getByRole('button', { name: 'Best cover' }))
  await press('Enter')
  await expectThreeClearSummerScenes(page)

  await tabTo(panel.getByRole('link', { name: 'Create AOI' }))
  await press('Enter')
  await expect(page.getByRole('region', { name: 'New AOI' }).getByRole('textbox', { name: 'Name' })).toBeFocused()
  await type('Teltow by keys')
  await press('Enter')
  await page.waitForURL(/\/aois\/(?!new)[\w-]+/)
  await tabTo(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'AOIs' }))
  await press('Enter')
  await expectAoi(page, 'Teltow by keys')
})
