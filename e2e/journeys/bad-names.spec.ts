import { expect, test } from '../drivers/browser.ts'
import { exploreDriver } from '../drivers/explore.ts'
import { indicesDriver } from '../drivers/indices.ts'
import { madeAoi } from '../drivers/made-aoi.ts'

const havel = [13.04, 52.37, 13.056, 52.38] as const

test('a name that an AOI has already is told beside the name, and nothing else is lost', async ({ page, server }) => {
  const { scenes } = await madeAoi(server, { collection: 'sentinel-2-l2a', area: havel, name: 'Taken' })
  await page.goto(`/aois/new?area=${havel.join(',')}&scenes=${scenes.join(',')}`)
  const form = page.getByRole('region', { name: 'New AOI' })
  const name = form.getByRole('textbox', { name: 'Name' })
  const description = form.getByRole('textbox', { name: 'Description' })
  const create = form.getByRole('button', { name: 'Create AOI' })

  await create.press('Enter')
  await expect(name).toHaveAccessibleDescription('Give it a name.')
  await expect(name).toBeFocused()

  await description.fill('Reeds and shallow water')
  await name.fill('Taken')
  await name.press('Enter')
  await expect(name).toHaveAccessibleDescription('This name is taken.')
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Taken')
  await expect(description).toHaveValue('Reeds and shallow water')
  // Told beside the field, and nowhere a second time.
  await expect(form.getByRole('alert')).toHaveCount(0)

  await name.fill('Free')
  await expect(name).toHaveAccessibleDescription('')
  await name.press('Enter')
  await expect(page.getByRole('region', { name: 'Free', exact: true })).toBeVisible()
})

test('who goes back to change the area finds the scenes still picked', async ({ page, server }) => {
  const { scenes } = await madeAoi(server, { collection: 'sentinel-2-l2a', area: havel, name: 'Back', scenes: 2 })
  await page.goto(`/aois/new?area=${havel.join(',')}&scenes=${scenes.join(',')}`)
  await page.getByRole('region', { name: 'New AOI' }).getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByText(/^2 scenes picked/)).toBeVisible()
})

test('a name that an index has already is told beside the name, and the formula stays', async ({ page }) => {
  const indices = indicesDriver(page)
  await indices.open('Sentinel-2')
  await indices.name.fill('NDVI')
  await indices.formula.fill('(nir - red) / (nir + red)')
  await indices.save()
  await expect(indices.name).toHaveAccessibleDescription('This name is taken.')
  await expect(indices.name).toBeFocused()
  await expect(indices.formula).toHaveValue('(nir - red) / (nir + red)')
  await indices.name.fill('My NDVI')
  await indices.save()
  await expect(page.getByRole('region', { name: 'My NDVI', exact: true })).toBeVisible()
})

// What is not there is said, with a way on; what a person can do elsewhere stays in reach.
const gone: [address: string, sentence: RegExp, wayOn: string | RegExp][] = [
  ['/aois/unknown', /There is no AOI with the id "unknown"/, 'All AOIs'],
  ['/orders/unknown', /There is no order with the id "unknown"/, 'All orders'],
  ['/order-items/unknown', /There is no order item with the id "unknown"/, 'All orders'],
  ['/catalog/unknown', /There is no delivered picture with the id "unknown"/, 'All pictures'],
  ['/workflows/unknown', /There is no workflow with the id "unknown"/, 'All workflows'],
  ['/explore/scenes/pixxel-ff-l2a/unknown', /There is no scene with the id "unknown"/, 'Explore'],
  ['/data/collections/unknown', /There is no collection with the id "unknown"/, 'Search in Explore'],
  [`/aois/new?area=${havel.join(',')}&scenes=unknown`, /not known to the service/, 'Choose in Explore'],
  ['/indices?index=unknown', /has no index with the id of this address/, 'Indices'],
  ['/nowhere', /This address leads to no screen/, 'Go to Explore'],
]
for (const [address, sentence, wayOn] of gone) {
  test(`${address} says that it is not there`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByText(sentence).first()).toBeVisible()
    await expect(page.getByRole('link', { name: wayOn }).first()).toBeVisible()
    await expect(page.getByText(/^Loading/)).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('button', { name: 'Try again' })).toHaveCount(0)
  })
}

test('an area of the address that can not be read is told, until there is one', async ({ page }) => {
  const explore = exploreDriver(page)
  await explore.open('?area=zzz')
  const told = explore.panel.getByText('The area in the address could not be read.')
  await expect(told).toBeVisible()
  await explore.typeArea('52.38, 13.04; 52.38, 13.06; 52.36, 13.06')
  await expect(told).toBeHidden()
})
