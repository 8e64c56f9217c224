import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrivedIn, forgetStores, orderSmallItem, storesDriver } from '../drivers/stores.ts'
import { expect, test } from '../drivers/browser.ts'

const secret = 'a-Secret/that+nobody=sees'
const acme = {
  Name: 'Acme',
  Bucket: 'acme-pictures',
  Region: 'eu-central-1',
  Folder: 'swath',
  'Access key ID': 'AKIDEXAMPLE',
  'Secret access key': secret,
}

test('a store is added, and what is wrong with it stands beside the field', async ({ page, server }) => {
  await forgetStores(server)
  const stores = storesDriver(page)
  await page.goto('/explore')
  await stores.open('Stores')
  await expect(stores.catalog).toContainText('A store is a bucket of yours')
  await stores.catalog.getByRole('button', { name: 'Add a store' }).press('Enter')

  await test.step('an empty form says what is needed and goes to the first of it', async () => {
    await stores.submit()
    await stores.expectProblem('Name', /Give it a name/)
    await stores.expectProblem('Secret access key', /needed to write/)
    await expect(stores.field('Name')).toBeFocused()
  })

  await test.step('a broken key file is told by line and character', async () => {
    await stores.form.getByRole('radio', { name: 'Google' }).press('Enter')
    await stores.field('Service account key').fill('{\n  "type": "service_account",,\n}')
    await stores.expectProblem('Service account key', /not JSON from line 2, character 29 on/)
    await stores.form.getByRole('radio', { name: 'S3' }).press('Enter')
  })

  await test.step('keys are hidden, and not offered to the browser to keep', async () => {
    const field = stores.field('Secret access key')
    await expect(field).toHaveAttribute('type', 'password')
    await expect(field).toHaveAttribute('autocomplete', 'off')
    await stores.fill({ 'Secret access key': secret })
    await stores.form.getByRole('button', { name: 'Show Secret access key' }).press('Enter')
    await expect(field).toHaveAttribute('type', 'text')
  })

  await test.step('rules of names are told, in ours and in the words of the service', async () => {
    await stores.fill({ ...acme, Bucket: 'Acme_Pictures' })
    await stores.submit()
    await stores.expectProblem('Bucket', /no capital letters, as “A”/)
    await stores.fill({ Bucket: acme.Bucket, Folder: '../elsewhere' })
    await stores.submit()
    await stores.expectProblem('Folder', /must not have the parts/)
    await expect(stores.field('Folder')).toBeFocused()
  })

  await stores.fill({ Folder: acme.Folder })
  await stores.submit()
  const detail = stores.main.getByRole('region', { name: 'Acme' })
  await expect(detail).toContainText('eu-central-1')
  await expect(stores.catalog.getByRole('list', { name: 'Stores' })).toContainText('s3://acme-pictures/swath')

  await test.step('a name is taken once, and nothing that was typed is lost', async () => {
    await stores.catalog.getByRole('button', { name: 'New' }).press('Enter')
    await stores.fill(acme)
    await stores.submit()
    await stores.expectProblem('Name', /taken/)
    await expect(stores.field('Secret access key')).toHaveValue(secret)
    await stores.form.getByRole('button', { name: 'Cancel' }).press('Enter')
  })

  await test.step('the secret is in no request that the app shows or lets one copy', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('link', { name: 'Settings' }).press('Enter')
    await stores.main.getByRole('button', { name: 'Copy POST /v0/stores' }).first().press('Enter')
    await page.getByRole('menuitem', { name: 'Copy as cURL' }).press('Enter')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('"secret_access_key":"<secret_access_key>"')
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain(secret)
    expect(await page.content()).not.toContain(secret)
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(secret)
  })
})

test('ordered and picked pictures arrive in the bucket, whole, and the store can be deleted', async ({
  page,
  server,
}) => {
  const stores = storesDriver(page)
  await page.goto('/stores?store=new')
  await stores.fill({ ...acme, Name: 'Delivery', Bucket: 'deliveries' })
  await stores.submit()
  await expect(stores.main.getByRole('region', { name: 'Delivery' })).toBeVisible()

  const isDelivered = { timeout: 90_000 }
  const expectWhole = (arrived: Awaited<ReturnType<typeof arrivedIn>>) => {
    expect(arrived).toHaveLength(2)
    for (const { files } of arrived) {
      expect(files.map(({ name }) => name.slice(name.indexOf('.')))).toEqual([
        '.bbox.geojson',
        '.footprint.geojson',
        '.thumbnail.jpeg',
        '.tif',
      ])
      expect(files.every(({ isWhole }) => isWhole)).toBe(true)
    }
  }

  await test.step('an order that delivers by itself', async () => {
    const id = new URL(page.url()).searchParams.get('store')!
    await page.goto(`/order-items/${await orderSmallItem(server, { id, folder: 'by-itself' })}`)
    const rows = stores.deliveries().filter({ hasText: 'Delivery, by-itself' })
    await expect(rows.filter({ hasText: 'Delivered' })).toHaveCount(2, isDelivered)
    expectWhole(await arrivedIn(server, 'deliveries', 'swath/by-itself'))
  })

  await test.step('an order item, by hand', async () => {
    await page.goto(`/order-items/${await orderSmallItem(server)}`)
    await stores.deliver({ store: 'Delivery', folder: 'item' })
    const rows = stores.deliveries().filter({ hasText: 'Delivery, item' })
    await expect(rows.filter({ hasText: 'Delivered' })).toHaveCount(2, isDelivered)
    expectWhole(await arrivedIn(server, 'deliveries', 'swath/item'))
  })

  await test.step('two pictures of the catalog, by the keyboard', async () => {
    await stores.open('Pictures')
    const boxes = stores.catalog.getByRole('list', { name: 'Delivered pictures' }).getByRole('checkbox')
    await boxes.nth(0).press('Space')
    await boxes.nth(1).press('Space')
    await expect(stores.catalog).toContainText('2 pictures picked')
    const picked = new URL(page.url()).searchParams.get('picked')!.split(',')
    await stores.deliver({ store: 'Delivery', folder: 'picked' })
    await page.getByRole('button', { name: 'Show deliveries' }).press('Enter')
    const rows = stores.deliveries().filter({ hasText: 'Delivery, picked' })
    await expect(rows.filter({ hasText: 'Delivered' })).toHaveCount(2, isDelivered)
    const arrived = await arrivedIn(server, 'deliveries', 'swath/picked')
    expect(arrived.map(({ catalogId }) => catalogId).toSorted()).toEqual(picked.toSorted())
    expectWhole(arrived)
  })

  await test.step('a picture says where it was sent', async () => {
    await stores.deliveries().first().getByRole('link').press('Enter')
    await page.waitForURL(/catalog\//)
    await expect(stores.deliveries()).toContainText(['s3://deliveries/swath/picked/'])
  })

  await test.step('the store is deleted after a question', async () => {
    await stores.open('Stores')
    await stores.catalog.getByRole('button', { name: /^Delivery/ }).press('Enter')
    await stores.main.getByRole('button', { name: 'Delete' }).press('Enter')
    await expect(page.getByRole('alertdialog')).toContainText('can not be undone')
    await page.getByRole('button', { name: 'Delete store' }).press('Enter')
    await expect(stores.main.getByRole('region', { name: 'Delivery' })).toBeHidden()
    await stores.open('Deliveries')
    await expect(stores.deliveries().first()).toContainText('Deleted store')
  })
})

test('a delivery that can not arrive fails in words, and is sent again once the bucket takes it', async ({
  page,
  server,
}) => {
  // A file lies where the bucket should be.
  const blocked = join(server.folder, 'buckets', 'blocked')
  await mkdir(join(server.folder, 'buckets'), { recursive: true })
  await writeFile(blocked, '')
  const stores = storesDriver(page)
  await page.goto('/stores?store=new')
  await stores.fill({ ...acme, Name: 'Blocked', Bucket: 'blocked' })
  await stores.submit()
  await expect(stores.main.getByRole('region', { name: 'Blocked' })).toBeVisible()

  await page.goto(`/order-items/${await orderSmallItem(server)}`)
  await stores.main.getByRole('list', { name: 'Delivered pictures' }).getByRole('link').first().press('Enter')
  await page.waitForURL(/catalog\//)
  await stores.deliver({ store: 'Blocked', folder: '' })
  const row = stores.deliveries().filter({ hasText: 'Blocked' })
  await expect(row).toContainText('Failed', { timeout: 90_000 })
  await expect(stores.main).toContainText('The service does not say why')

  await rm(blocked)
  await row.getByRole('button', { name: /^Send again/ }).press('Enter')
  await expect(row.filter({ hasText: 'Delivered' })).toHaveCount(1, { timeout: 90_000 })
  const arrived = await arrivedIn(server, 'blocked', 'swath')
  expect(arrived).toHaveLength(1)
  expect(arrived[0]!.files.every(({ isWhole }) => isWhole)).toBe(true)
})
