import type { AngleMap } from '#src/imagery/angle/angle-map.ts'
import { expect } from './browser.ts'
import type { Download, Page } from './browser.ts'
import { mapDriver, type LngLat } from './map.ts'

/** The spectra of the desk, in a person's words. */
export function spectraDriver(page: Page) {
  const map = mapDriver(page)
  const charts = page.getByRole('region', { name: 'Charts' })
  const list = charts.getByRole('list', { name: 'Pinned spectra' })
  const row = (name: string) => list.getByRole('listitem').filter({ hasText: name })
  const act = async (name: string, action: string) => {
    await row(name)
      .getByRole('button', { name: `Actions for ${name}` })
      .press('Enter')
    await page.getByRole('menuitem', { name: action }).press('Enter')
  }
  const saved = async (kind: string): Promise<Download> => {
    await charts.getByRole('button', { name: 'Export' }).press('Enter')
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: kind }).press('Enter')
    return download
  }
  return {
    charts,
    list,
    row,
    act,
    /** Names of all that is pinned, in order. */
    async names(): Promise<string[]> {
      const actions = await list.getByRole('button', { name: /^Actions for / }).all()
      const labels = await Promise.all(actions.map((each) => each.getAttribute('aria-label')))
      return labels.map((label) => label!.slice('Actions for '.length))
    },
    async ready() {
      await expect(charts).toBeVisible({ timeout: 60_000 })
      await map.idle()
    },
    /** Looks at a place where neither panel nor charts lie over it. */
    async lookAt([lng, lat]: LngLat, zoom: number) {
      const pixelsPerDegree = (512 * 2 ** zoom) / 360
      const [right, up] = [230 / pixelsPerDegree, (150 * Math.cos((lat * Math.PI) / 180)) / pixelsPerDegree]
      await map.lookAt([lng - right, lat - up], zoom)
    },
    /** Moves over the picture until the row of the pointer says where. */
    async hover([lng, lat]: LngLat) {
      await map.hover([lng, lat])
      await expect(row('Under the pointer')).toContainText(
        new RegExp(`${Math.floor(lat)}\\.\\d+, ${Math.floor(lng)}\\.`),
      )
    },
    async pin(place: LngLat, name: string) {
      await map.click(place)
      await this.waitForRead(name)
    },
    async waitForRead(name: string) {
      await expect(row(name)).toBeVisible()
      await expect(row(name)).not.toContainText('Reading', { timeout: 60_000 })
    },
    async pinByCoordinates(text: string) {
      await charts.getByRole('button', { name: 'Pin at coordinates' }).press('Enter')
      const field = page.getByRole('textbox', { name: 'Pin at coordinates' })
      await field.fill(text)
      await field.press('Enter')
    },
    async drawRegion(corners: readonly LngLat[], name: string) {
      await charts.getByRole('button', { name: 'Draw a region' }).click()
      await map.idle()
      for (const corner of corners) await map.click(corner)
      await page.keyboard.press('Enter')
      await this.waitForRead(name)
    },
    crosshair: charts.getByRole('application'),
    async show(curve: string) {
      await charts.getByRole('radio', { name: curve }).press('Space')
    },
    chart: charts.getByRole('img', { name: /^Spectra/ }),
    /** The name and the angle in degrees of the nearest library entry. */
    async nearest(name: string): Promise<{ name: string; degrees: number }> {
      const button = row(name).getByRole('button', { name: /^Nearest in the library/ })
      const [, entry = '', degrees] = /: (.*) ([\d.]+)°$/.exec((await button.getAttribute('aria-label')) ?? '') ?? []
      return { name: entry, degrees: Number(degrees) }
    },
    async openLibrary() {
      await charts.getByRole('button', { name: 'Library', exact: true }).press('Enter')
      return page.getByRole('dialog', { name: 'Spectral library' })
    },
    table: () => saved('Table (CSV)'),
    picture: () => saved('Picture (PNG)'),
    async angles(): Promise<AngleMap> {
      await page.waitForFunction(() => (window as { swathAngles?: AngleMap }).swathAngles !== undefined, undefined, {
        timeout: 60_000,
      })
      return page.evaluate(() => {
        const { width, height, angles } = (window as { swathAngles?: AngleMap }).swathAngles!
        return { width, height, angles: Array.from(angles) as unknown as Float32Array }
      })
    },
  }
}
