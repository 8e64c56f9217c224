import { expect } from './browser.ts'
import type { Download, Page } from './browser.ts'

/** Running blocks over an AOI, in a person's words. */
export function insightsDriver(page: Page) {
  const main = page.getByRole('main')
  const panel = (name: string) => main.getByRole('region', { name, exact: true })
  return {
    panel,
    list: main.getByRole('list', { name: 'Insights' }),
    /** From the screen of the AOI, by keyboard. */
    async openChooser(aoi: string) {
      await page.goto(`/aois/${aoi}`)
      await main.getByRole('link', { name: 'Run', exact: true }).press('Enter')
      await expect(panel('New insight')).toBeVisible()
    },
    async choose(block: string) {
      await main
        .getByRole('list', { name: 'Blocks' })
        .getByRole('link', { name: new RegExp(`^${block}\\b`) })
        .press('Enter')
      await expect(panel(block)).toBeVisible()
    },
    /** The button carries the price, and can be pressed once there is one. */
    runButton: () => main.getByRole('button', { name: /^Run for [\d.,]+ tokens?$/ }),
    async cost(): Promise<number> {
      const words = await this.runButton().textContent()
      return Number(/[\d.,]+/.exec(words ?? '')?.[0].replaceAll(',', ''))
    },
    async run() {
      const button = this.runButton()
      await expect(button).toBeEnabled()
      await button.press('Enter')
      await page.waitForURL(/\/insights\/(?!new)[\w-]+/)
    },
    /** Hectares of a class by its legend. */
    async legendHa(label: string): Promise<number> {
      const row = main
        .getByRole('list', { name: /classes$/ })
        .getByRole('listitem')
        .filter({ hasText: label })
      await expect(row).toContainText('ha', { timeout: 60_000 })
      return Number(/([\d.,]+)\s*ha/.exec((await row.textContent()) ?? '')?.[1]?.replaceAll(',', ''))
    },
    async download(): Promise<Download> {
      const saved = page.waitForEvent('download', { timeout: 90_000 })
      await main.getByRole('button', { name: 'Download all' }).press('Enter')
      return saved
    },
    async delete() {
      await main.getByRole('button', { name: 'Delete this insight' }).press('Enter')
      const question = page.getByRole('alertdialog', { name: 'Delete this insight?' })
      await question.getByRole('button', { name: 'Delete insight' }).press('Enter')
      await expect(question).toBeHidden()
    },
  }
}
