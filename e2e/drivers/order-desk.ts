import { expect } from './browser.ts'
import type { Page } from './browser.ts'
import { mapDriver } from './map.ts'
import type { LngLat } from './map.ts'

/** The form for new pictures, in a person's words. */
export function orderDeskDriver(page: Page) {
  const map = mapDriver(page)
  const panel = page.getByRole('main').getByRole('region', { name: 'New order' })
  const quote = panel.getByRole('group', { name: /^Quote/ })

  return {
    panel,
    async open(search = '') {
      await page.goto(`/orders/new${search}`)
      await expect(panel).toBeVisible()
      await map.idle()
    },
    async drawRectangle([west, south]: LngLat, [east, north]: LngLat) {
      await map.lookAt([(west + east) / 2 - (east - west) * 0.5, (south + north) / 2], 12)
      await panel.getByRole('button', { name: 'Rectangle', exact: true }).click()
      await map.drag([west, north], [east, south])
      await expect(panel.getByRole('heading', { name: /^Area .*km²/ })).toBeVisible()
    },
    /** By the text field, as a keyboard user does. */
    async typeArea(text: string) {
      await panel.getByRole('button', { name: 'Type coordinates' }).press('Enter')
      await panel.getByRole('textbox', { name: 'Coordinates of the area' }).fill(text)
      await page.keyboard.press('Control+Enter')
    },
    async chooseHowOften(word: 'Once' | 'Monthly' | 'Every 2 months' | 'Quarterly') {
      await panel.getByRole('radio', { name: word, exact: true }).click()
    },
    async setWindow(first: string, last: string) {
      await panel.getByRole('textbox', { name: /^Window, .*, From/ }).fill(first)
      await panel.getByRole('textbox', { name: /^Window, .*, To/ }).fill(last)
    },
    async setFirstDay(day: string) {
      await panel.getByRole('textbox', { name: /^First day/ }).fill(day)
    },
    async setNumberOfPictures(count: number) {
      await panel.getByRole('textbox', { name: 'Number of pictures' }).fill(String(count))
      await page.keyboard.press('Enter')
    },
    bandset: (name: string) => panel.getByRole('radio', { name: new RegExp(`^${name}`) }),
    async clickBandset(name: string) {
      await panel.getByRole('radiogroup', { name: 'Bandset' }).getByText(name, { exact: true }).click()
      await expect(this.bandset(name)).toBeChecked()
    },
    quote,
    orderButton: () => panel.getByRole('button', { name: /^Order for [\d.,  ]+ tokens?$/ }),
  }
}
