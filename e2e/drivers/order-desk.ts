import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import { expect } from './browser.ts'
import type { Page, Server } from './browser.ts'
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

/** A recurring order of a small field, placed by the API for journeys that only look at it. */
export async function madeRecurringOrder(server: Server): Promise<{ item: string; bandset: string; project: string }> {
  const read = async (path: string, body?: unknown) => {
    const response = await fetch(server.url + path, {
      ...(body !== undefined && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    return (await response.json()) as Record<'bandsets' | 'projects' | 'order_items', { id: string }[]>
  }
  const bandset = (await read('/v0/bandsets')).bandsets[0]!.id
  const project = (await read('/v0/projects')).projects[0]!.id
  const { order_items: items } = await read('/v0/orders', {
    order_items: [
      {
        project_id: project,
        usecase: 'monitoring',
        geometry: {
          type: 'FeatureCollection',
          features: [{ type: 'Feature', properties: {}, geometry: bboxPolygon([31.19, 29.89, 31.21, 29.91]) }],
        },
        bandset: { bandset_id: bandset },
        recurrence: 'MONTHLY',
        start_date: new Date((await server.advance(0)) + 3 * 86_400_000).toISOString(),
        no_of_occurrences: 3,
      },
    ],
  })
  return { item: items[0]!.id, bandset, project }
}
