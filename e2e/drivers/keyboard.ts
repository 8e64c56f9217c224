import type { Locator, Page } from './browser.ts'

/** Longer than any way through a screen: what is not reached by then is not reachable. */
const mostTabs = 200

/** A person without a mouse. */
export function keyboardDriver(page: Page) {
  return {
    /** Goes on with Tab until something has the focus, as a person does who sees where the focus is. */
    async tabTo(target: Locator) {
      // The element itself: a list that opens on the way hides the rest of the page from whoever asks by role.
      let element = await target.elementHandle()
      for (let i = 0; i < mostTabs; i++) {
        if (await element?.evaluate((found) => found === document.activeElement)) return
        if (!(await element?.evaluate((found) => found.isConnected))) element = await target.elementHandle()
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab never comes to ${String(target)}`)
    },
    async press(...keys: string[]) {
      for (const key of keys) await page.keyboard.press(key)
    },
    /** In place of what stands in the field that has the focus. */
    async type(text: string) {
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
  }
}
