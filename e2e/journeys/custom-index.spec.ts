import { expect, test } from '../drivers/browser.ts'
import { indicesDriver } from '../drivers/indices.ts'
import { madeAoi } from '../drivers/made-aoi.ts'
import { visualizationsDriver } from '../drivers/visualizations.ts'

const havel = [13.04, 52.37, 13.056, 52.38] as const

test('an index of one’s own: mistakes told in place, then made, then computed over an area', async ({
  page,
  server,
}) => {
  const { aoi } = await madeAoi(server, { collection: 'sentinel-2-l2a', area: havel, name: 'Havel for an index' })
  await page.goto(`/aois/${aoi}`)
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  await page.getByRole('link', { name: 'Make an index of your own' }).press('Enter')

  const indices = indicesDriver(page)
  await expect(indices.builder).toContainText('Sentinel-2')
  await indices.name.fill('Shore')
  await indices.description.fill('Green against near infrared')

  // Each mistake is told beside the formula, with its place, and the text stays.
  const mistakes: [string, RegExp][] = [
    ['(green - nir', /never closed.*character 1/],
    ['(green - R3000) / (green + nir)', /no band near 3000 nm.*character 10/],
    ['(green - nir) / (green + nirr)', /nirr.*character 26/],
  ]
  for (const [formula, words] of mistakes) {
    await indices.formula.fill(formula)
    await expect(indices.formula).toHaveAccessibleDescription(words)
    await indices.save()
    await expect(indices.formula).toBeFocused()
    await expect(indices.formula).toHaveValue(formula)
  }
  await indices.formula.fill('(green - nir) / (green + nir)')
  await expect(indices.formula).toHaveAccessibleDescription('Uses (R560 - R833) / (R560 + R833)')

  // A range that is no range is told beside it; ends need not be whole numbers.
  await indices.from.fill('0.75')
  await indices.from.press('Tab')
  await indices.to.fill('-0.25')
  await indices.to.press('Tab')
  await expect(indices.from).toHaveAccessibleDescription('The lower end lies below the upper one.')
  await indices.from.fill('-0.25')
  await indices.from.press('Tab')
  await indices.to.fill('0.75')
  await indices.to.press('Tab')
  await indices.save()
  await expect(indices.builder).toBeHidden()
  const made = page.getByRole('region', { name: 'Shore', exact: true })
  await expect(made).toContainText('(B03 - B08) / (B03 + B08)')
  await expect(made).toContainText('-0.25 to 0.75')

  // It can be computed like any other.
  await page.goto(`/aois/${aoi}`)
  const shore = visualizationsDriver(page)
  await shore.add('Shore')
  await server.advance(60_000)
  const rows = await shore.rows()
  expect(rows).toHaveLength(5)
  expect(rows.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 0)
})
