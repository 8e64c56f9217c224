import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { expect, test } from '../drivers/browser.ts'

type Row = Record<string, string>

test('the report of all orders is saved as a table that others can read, with times in the chosen zone', async ({
  page,
  server,
}) => {
  const main = page.getByRole('main')
  await page.goto('/orders')
  await main.getByRole('button', { name: 'Save all orders as a table (CSV)' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Save orders as a table' })
  const zone = dialog.getByRole('combobox', { name: 'Times in the zone' })
  await zone.fill('kathm')
  await zone.press('ArrowDown')
  await zone.press('Enter')
  await expect(zone).toHaveValue('Asia/Kathmandu')
  await expect(dialog.getByText('Now UTC+5:45')).toBeVisible()
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save CSV' }).press('Enter')
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/^swath-orders-\d{4}-\d\d-\d\d\.csv$/)
  await expect(dialog).toBeHidden()

  const { data, errors, meta } = Papa.parse<Row>(await readFile(await download.path(), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  expect(meta.fields).toEqual(expect.arrayContaining(['order_id', 'order_item_id', 'name', 'status', 'tokens']))

  const listed = await fetch(`${server.url}/v0/order-items?limit=100`)
  const { order_items: items } = (await listed.json()) as {
    order_items: { id: string; name: string; status: string; tokens_used: number; created_at: string }[]
  }
  expect(data).toHaveLength(items.length)
  for (const item of items) {
    // Kathmandu is 5 hours and 45 minutes ahead, all the year.
    const there = new Date(Date.parse(item.created_at) + 5.75 * 3_600_000).toISOString().slice(0, 19)
    expect(data.find((row) => row.order_item_id === item.id)).toMatchObject({
      name: item.name,
      status: item.status,
      tokens: String(item.tokens_used),
      created_at: there.replace('T', ' '),
    })
  }
})
