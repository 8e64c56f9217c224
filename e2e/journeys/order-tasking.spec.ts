import { exploreDriver } from '../drivers/explore.ts'
import { orderDeskDriver } from '../drivers/order-desk.ts'
import { ordersDriver } from '../drivers/orders.ts'
import { expect, test } from '../drivers/browser.ts'

const dayMs = 86_400_000
/** The UTC day so many days after a moment. */
const day = (nowMs: number, later: number) => new Date(nowMs + later * dayMs).toISOString().slice(0, 10)

// Fields of the Nile delta: clear sky all the year.
const field = { southWest: [31.19, 29.89], northEast: [31.21, 29.91] } as const

test('a recurring picture: drawn, quoted with uplift and feasibility, ordered, taken month by month, in the catalog', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000)
  const desk = orderDeskDriver(page)
  const orders = ordersDriver(page)
  const main = page.getByRole('main')
  const nowMs = await server.advance(0)

  await page.goto('/orders')
  await main.getByRole('link', { name: 'New order' }).click()
  await expect(desk.panel).toBeVisible()
  await desk.drawRectangle(field.southWest, field.northEast)
  await desk.clickBandset('Agriculture')
  await orders.chooseProject('Lakes and rivers')

  // Four days: urgent, so dearer, and the clouds do not count.
  await desk.setWindow(day(nowMs, 3), day(nowMs, 6))
  await expect(desk.quote.getByText('Expedited +25 %')).toBeVisible()
  await expect(desk.quote.getByText('100 km² × 2 captures')).toBeVisible()
  await expect(desk.orderButton()).toHaveText('Order for 1,500 tokens')
  await expect(desk.panel.getByText(/up to 100 % cloud/)).toBeVisible()

  await desk.chooseHowOften('Monthly')
  await desk.setNumberOfPictures(2)
  await expect(desk.quote.getByText('100 km² × 2 captures × 2 pictures')).toBeVisible()
  await expect(desk.quote.getByText('Expedited')).toBeHidden()
  await expect(desk.quote.getByText('Likely', { exact: true })).toBeVisible()
  await desk.clickBandset('Natural colour')
  await expect(desk.orderButton()).toHaveText('Order for 1,200 tokens')
  await desk.panel.getByRole('textbox', { name: 'Name' }).fill('Delta, month by month')
  // A reload brings the same form; a double click one order.
  await page.reload()
  await expect(desk.panel.getByRole('textbox', { name: 'Name' })).toHaveValue('Delta, month by month')
  await expect(desk.orderButton()).toHaveText('Order for 1,200 tokens')
  await desk.orderButton().dblclick()
  await page.waitForURL(/\/orders\/[\w]+-[\w-]+/)
  const placed = await fetch(`${server.url}/v0/order-items?type=RECURRING`)
  expect(((await placed.json()) as { order_items: object[] }).order_items).toHaveLength(1)

  await main.getByRole('link', { name: /^Delta, month by month/ }).click()
  const states = main.getByRole('list', { name: 'Tasks' })
  const tasks = states.getByRole('listitem').filter({ has: page.getByTitle(/^Task /) })
  const first = tasks.filter({ hasText: day(nowMs, 3) })
  const second = tasks.filter({ hasText: 'Checked for feasibility' })
  await expect(first.getByText('Placed', { exact: true })).toBeVisible()
  await expect(second.getByText('Waiting', { exact: true })).toBeVisible()
  const secondStart = /\d{4}-\d\d-\d\d/.exec(await second.innerText())![0]
  await expect(second).toContainText(`placed from ${day(Date.parse(secondStart), -5)} on`)

  const moveTo = async (atMs: number) => server.advance(atMs - (await server.advance(0)))
  await moveTo(Date.parse(day(nowMs, 3)) + 60_000)
  await expect(states.getByText('In progress', { exact: true })).toBeVisible({ timeout: 30_000 })
  await moveTo(Date.parse(secondStart) - 4.9 * dayMs)
  await page.reload()
  await expect(states.getByText('Ready', { exact: true })).toHaveCount(2)
  await expect(states.getByText('Placed', { exact: true })).toBeVisible()
  await moveTo(Date.parse(secondStart) + 33 * dayMs)
  await page.reload()
  await expect(main.getByText('2 of 2 tasks')).toBeVisible()
  await expect(main.getByRole('list', { name: 'Delivered pictures' }).getByRole('listitem')).toHaveCount(2)

  await main.getByRole('button', { name: 'Order one like this' }).click()
  await expect(desk.bandset('Natural colour')).toBeChecked()
  await expect(desk.panel.getByRole('heading', { name: /^When Monthly, 2 pictures/ })).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Catalog' }).click()
  await expect(main.getByText(new RegExp(`^${secondStart.slice(0, 7)}`)).first()).toBeVisible()
})

test('by keyboard: nothing fits, so a new picture of the same area goes into the cart and is ordered with a scene', async ({
  page,
  server,
}) => {
  const explore = exploreDriver(page)
  const desk = orderDeskDriver(page)
  const orders = ordersDriver(page)
  const main = page.getByRole('main')
  const nowMs = await server.advance(0)

  await explore.open('?collections=pixxel-ff-l2a&from=2026-06-01&to=2026-09-05')
  await explore.typeArea('13.035, 52.367, 13.066, 52.383')
  await explore.waitForScenes()
  await explore.pickFirst()
  await main.getByRole('button', { name: 'Add to cart' }).press('Enter')
  await main.getByRole('link', { name: 'Order a new picture here' }).press('Enter')
  await expect(desk.panel.getByRole('heading', { name: /^Area 3.76 km²/ })).toBeVisible()

  await desk.setWindow(day(nowMs, 20), day(nowMs, 50))
  await desk.bandset('Agriculture').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(desk.bandset('Minerals')).toBeChecked()
  await orders.chooseProject('Lakes and rivers')
  await desk.panel.getByRole('textbox', { name: 'Name' }).fill('Havel again')
  await expect(desk.orderButton()).toBeEnabled()
  await desk.panel.getByRole('button', { name: 'Add to cart' }).press('Enter')

  await expect(main.getByRole('region', { name: 'Cart' })).toContainText('1 scene over 1 area, 1 new picture')
  await main.getByRole('link', { name: 'Change' }).press('Enter')
  await desk.panel.getByRole('textbox', { name: 'Name' }).fill('Havel in other bands')
  await desk.panel.getByRole('button', { name: 'Save in cart' }).press('Enter')
  await expect(main.getByRole('heading', { name: /^Havel in other bands/ })).toBeVisible()
  await expect(main.getByRole('heading', { name: /^Havel again/ })).toBeHidden()
  await orders.chooseProject('Lakes and rivers')
  await expect(orders.submitButton()).toHaveText('Order for 1,000 tokens')
  await orders.submit()
  await expect(main.getByRole('list', { name: 'Items of the order' }).getByRole('listitem')).toHaveCount(2)
  await orders.openCart()
  await expect(main.getByText(/wait here with their price/)).toBeVisible()
})

test('what is missing is told beside its field, and the keyboard goes there', async ({ page }) => {
  const desk = orderDeskDriver(page)
  await desk.open('?area=31.19,29.89,31.21,29.91')
  await desk.panel.getByRole('button', { name: 'Order', exact: true }).press('Enter')
  await expect(desk.panel.getByRole('radiogroup', { name: 'Bandset' })).toHaveAccessibleDescription('Choose the bands.')
  await expect(desk.bandset('Agriculture')).toBeFocused()
  await expect(desk.panel.getByText('Choose a project.').first()).toBeVisible()
})

test('what the service refuses is told beside its field, and nothing that was entered is lost', async ({
  page,
  server,
}) => {
  const desk = orderDeskDriver(page)
  const orders = ordersDriver(page)
  // This computer's clock is three days behind that of the service.
  await server.advance(3 * dayMs)
  await desk.open(`?area=12.6,51.6,13.4,52.4&name=Large&store=nowhere&to=2027-12-31`)
  await desk.clickBandset('All bands')
  await orders.chooseProject('Lakes and rivers')
  const window = desk.panel.getByRole('group', { name: /^Window/ })
  await expect(window).toHaveAccessibleDescription(/at least 24 hours from now/)
  await expect(desk.panel.getByText('No store has the id "nowhere".')).toBeVisible()

  const nowMs = await server.advance(0)
  await desk.setWindow(day(nowMs, 3), day(nowMs, 30))
  await desk.panel.getByRole('button', { name: /^Unknown store/ }).press('Enter')
  await page.getByRole('option', { name: 'No store' }).press('Enter')
  const area = desk.panel.getByRole('group', { name: /^Area/ })
  await expect(area.getByText(/samples|smaller/)).toBeVisible()
  await expect(desk.panel.getByRole('textbox', { name: 'Name' })).toHaveValue('Large')
  await expect(desk.panel.getByText('The service does not accept something above.')).toBeVisible()

  await desk.clickBandset('Natural colour')
  await expect(desk.orderButton()).toBeEnabled()
})

test('a picture that can not be taken says why before it is ordered', async ({ page, server }) => {
  const desk = orderDeskDriver(page)
  const orders = ordersDriver(page)
  const nowMs = await server.advance(0)
  // The polar night of the coming winter.
  const year = new Date(nowMs + 40 * dayMs).getUTCFullYear()
  await desk.open(`?area=19,69.6,19.1,69.65&from=${year}-12-05&to=${year}-12-20`)
  await desk.clickBandset('Natural colour')
  await orders.chooseProject('Lakes and rivers')
  await expect(desk.quote.getByText('Not feasible')).toBeVisible()
  await expect(desk.quote.getByText(/The sun stands at most/)).toBeVisible()
  await expect(desk.panel.getByRole('button', { name: 'Order anyway for 600 tokens' })).toBeEnabled()
})
