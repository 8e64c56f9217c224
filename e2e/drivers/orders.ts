import { expect } from './browser.ts'
import type { Download, Page } from './browser.ts'

/** Cart, order and download, in a person's words. */
export function ordersDriver(page: Page) {
  const main = page.getByRole('main')
  return {
    async openCart() {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Cart/ }).press('Enter')
      await expect(main.getByRole('region', { name: 'Cart' })).toBeVisible()
    },
    async chooseProject(title: string) {
      await main.getByRole('button', { name: /Project required$/ }).press('Enter')
      await page.getByRole('option', { name: title }).press('Enter')
    },
    /** The button carries the price, and can be pressed once there is one. */
    submitButton: () => main.getByRole('button', { name: /^Order for [\d.,  ]+ tokens?$/ }),
    async submit() {
      const button = this.submitButton()
      await expect(button).toBeEnabled()
      await button.press('Enter')
      await page.waitForURL(/\/orders\/[\w-]+/)
    },
    async waitUntilReady() {
      await expect(main.getByText('Ready', { exact: true }).first()).toBeVisible({ timeout: 90_000 })
    },
    async download(): Promise<Download> {
      const saved = page.waitForEvent('download', { timeout: 90_000 })
      await main
        .getByRole('button', { name: /^Download/ })
        .first()
        .press('Enter')
      return saved
    },
  }
}
