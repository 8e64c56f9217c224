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

test('a formula of the desk kept as an index: refused where its name is taken, then in the library, with its range and colours', async ({
  page,
  server,
}) => {
  const { aoi } = await madeAoi(server, { collection: 'sentinel-2-l2a', area: havel, name: 'Havel for the desk' })
  const formula = encodeURIComponent('(green - swir16) / (green + R1610)')
  await page.goto(`/aois/${aoi}/spectra?show=formula&f=${formula}&f-range=-0.3,0.8&f-colours=RdYlBu`)
  const open = async () => {
    await page.getByRole('button', { name: 'Save as index…' }).press('Enter')
    return page.getByRole('dialog', { name: 'Save as index' })
  }
  const dialog = await open()
  await expect(dialog.getByText('(B03 - B11) / (B03 + B11)')).toBeVisible()
  await expect(dialog.getByText('Shown from -0.3 to 0.8 in RdYlBu.')).toBeVisible()
  const name = dialog.getByRole('textbox', { name: 'Name' })
  await dialog.getByRole('button', { name: 'Save index' }).press('Enter')
  await expect(name).toHaveAccessibleDescription('Give it a name.')
  await name.fill('Wet ground')
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Water on the ground')
  await dialog.getByRole('button', { name: 'Save index' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Wet ground can be added to AOIs of Sentinel-2')).toBeVisible()

  const answer = await fetch(`${server.url}/v0/indices?type=custom&limit=100`)
  const { indices } = (await answer.json()) as { indices: Record<string, unknown>[] }
  expect(indices.filter((index) => index.name === 'Wet ground')).toEqual([
    expect.objectContaining({
      description: 'Water on the ground',
      expression: '(B03 - B11) / (B03 + B11)',
      expression_type: 'index',
      colormap: 'RdYlBu',
      rescale: [-0.3, 0.8],
      type: 'custom',
    }),
  ])

  // The same name again: told beside it, and nothing typed is lost.
  const again = await open()
  await again.getByRole('textbox', { name: 'Name' }).fill('Wet ground')
  await again.getByRole('textbox', { name: 'Description' }).fill('Once more')
  await again.getByRole('button', { name: 'Save index' }).press('Enter')
  await expect(again.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('This name is taken.')
  await expect(again.getByRole('textbox', { name: 'Description' })).toHaveValue('Once more')
  await page.keyboard.press('Escape')

  // In the library of the desk it is one's own, and shows as it was kept.
  await page.goto(`/aois/${aoi}/spectra?show=formula`)
  await page.getByRole('button', { name: /^Index library/ }).press('Enter')
  await page.getByRole('option', { name: /^Wet ground Water on the ground/ }).click()
  await expect(page.getByRole('textbox', { name: 'Formula', exact: true })).toHaveValue('(B03 - B11) / (B03 + B11)')
  await expect(page).toHaveURL(/f-range=-0\.3%2C0\.8.*f-colours=RdYlBu/)
})
