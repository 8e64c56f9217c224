import { expect } from './browser.ts'
import type { Page } from './browser.ts'
import { mapDriver } from './map.ts'
import type { LngLat } from './map.ts'

/** The Explore screen in a person's words. */
export function exploreDriver(page: Page) {
  const map = mapDriver(page)
  const panel = page.getByRole('region', { name: 'Explore' })
  const scenes = panel.getByRole('list', { name: 'Scenes' })

  return {
    panel,
    scenes,
    async open(search = '') {
      await page.goto(`/explore${search}`)
      await expect(panel).toBeVisible()
      await map.idle()
    },
    async drawRectangle([west, south]: LngLat, [east, north]: LngLat) {
      await map.lookAt([(west + east) / 2 - (east - west) * 0.5, (south + north) / 2], 12)
      await panel.getByRole('button', { name: 'Rectangle', exact: true }).click()
      await map.drag([west, north], [east, south])
      await expect(panel.getByRole('heading', { name: /^Area .*km²/ })).toBeVisible()
    },
    async drawPolygon(corners: readonly LngLat[], at: LngLat) {
      await map.lookAt(at, 11)
      await panel.getByRole('button', { name: 'Polygon', exact: true }).click()
      for (const corner of corners) await map.click(corner)
      await page.keyboard.press('Enter')
    },
    /** By the text field, as a keyboard user does. */
    async typeArea(text: string) {
      await panel.getByRole('button', { name: 'Type coordinates' }).press('Enter')
      await panel.getByRole('textbox', { name: 'Coordinates of the area' }).fill(text)
      await page.keyboard.press('Control+Enter')
    },
    /** The heading of the area, which says its size and corners. */
    areaHeading: (says: RegExp) => panel.getByRole('heading', { name: new RegExp(`^Area .*${says.source}`) }),
    /** Opens the file chooser without the mouse. */
    async importByKeyboard(path: string) {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        panel.getByRole('button', { name: 'Import an area' }).press('Enter'),
      ])
      await chooser.setFiles(path)
    },
    /** Drops a file on the window, as from the desktop. */
    async dropFile(name: string, content: Buffer) {
      const data = await page.evaluateHandle(
        ([called, base64]) => {
          const transfer = new DataTransfer()
          transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], called))
          return transfer
        },
        [name, content.toString('base64')] as const,
      )
      await page.locator('body').dispatchEvent('drop', { dataTransfer: data })
    },
    /** Pastes while no text field has the focus. */
    async paste(text: string) {
      await page.evaluate((pasted) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', pasted)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, text)
    },
    /** The filters are folded on a low screen. */
    async openFilters() {
      const dates = panel.getByRole('textbox', { name: 'Acquired, From' })
      if (!(await dates.isVisible())) await panel.getByRole('button', { name: /^Filters/ }).click()
      await dates.waitFor()
    },
    /** Drags the handle of the cloud filter; a pixel is less than a percent. */
    async dragCloudTo(percent: number) {
      const slider = panel.getByRole('slider', { name: 'Cloud up to' })
      const track = await slider.locator('xpath=ancestor::*[@role="group"][1]').boundingBox()
      const handle = await slider.locator('xpath=..').boundingBox()
      if (!track || !handle) throw new Error('the slider is not in the window')
      const y = handle.y + handle.height / 2
      await page.mouse.move(handle.x + handle.width / 2, y)
      await page.mouse.down()
      await page.mouse.move(track.x + (track.width * percent) / 100, y, { steps: 8 })
      await page.mouse.up()
      await expect.poll(async () => Math.abs(Number(await slider.inputValue()) - percent)).toBeLessThanOrEqual(1)
    },
    async waitForScenes() {
      await expect(scenes.getByRole('listitem').first()).toBeVisible()
    },
    async pickFirst() {
      await scenes.getByRole('checkbox').first().press('Space')
    },
  }
}
