import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect } from './browser.ts'
import type { Page } from './browser.ts'
import { mapDriver } from './map.ts'
import type { LngLat } from './map.ts'
import { colourDistance, screenPixels, shareDiffering } from './screen-pixels.ts'
import type { Rgb } from './screen-pixels.ts'

/** The spectral desk in a person's words. */
export function deskDriver(page: Page) {
  const map = mapDriver(page)
  const formula = page.getByRole('textbox', { name: 'Formula', exact: true })

  async function colourAt(place: LngLat): Promise<Rgb> {
    const { x, y } = await map.pixelOf(place)
    return (await screenPixels(page)).at(x, y)
  }

  return {
    map,
    formula,
    async open(address = '/desk') {
      await page.goto(address)
      await map.idle()
    },
    /** Drags files from the desktop onto the window. */
    async drop(...paths: string[]) {
      const files = await Promise.all(
        paths.map(async (path) => ({ name: basename(path), base64: (await readFile(path)).toString('base64') })),
      )
      const transfer = await page.evaluateHandle((dropped) => {
        const made = new DataTransfer()
        for (const { name, base64 } of dropped)
          made.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name))
        return made
      }, files)
      await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
      await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
    },
    panel: (title: string) => page.getByRole('region', { name: title, exact: true }),
    colourAt,
    /** Waits until a place of the map has a colour. */
    async seeColour(place: LngLat, colour: Rgb, tolerance = 3) {
      await expect
        .poll(async () => colourDistance(await colourAt(place), colour), {
          message: `colour ${colour.join()} at ${place.join()}`,
        })
        .toBeLessThanOrEqual(tolerance)
    },
    async show(what: 'Composite' | 'Formula' | 'Band') {
      await page.getByRole('radio', { name: what, exact: true }).press('Space')
    },
    /** Waits until the picture stands: one colour of these in the middle, and nothing that changes any more. */
    async pictureStands(colours: readonly Rgb[]) {
      const box = await this.mapBox()
      let last = await screenPixels(page)
      await expect
        .poll(async () => {
          await map.idle()
          const now = await screenPixels(page)
          const middle = now.at(box.x + box.width / 2, box.y + box.height / 2)
          const isThere = colours.some((colour) => colourDistance(colour, middle) <= 3)
          const isStill = shareDiffering(last, now, box) === 0
          last = now
          return isThere && isStill
        })
        .toBe(true)
      return { pixels: last, box }
    },
    async setRange(name: string, from: number, to: number) {
      for (const [end, value] of [
        ['from', from],
        ['to', to],
      ] as const) {
        const field = page.getByRole('textbox', { name: `${name} ${end}`, exact: true })
        await field.fill(String(value))
        await field.press('Enter')
      }
    },
    /** Saves what the map shows: a picture or its values. */
    async save(kind: 'Picture (PNG)' | 'Values (GeoTIFF)'): Promise<{ name: string; path: string }> {
      await page.getByRole('button', { name: 'Save picture or values' }).press('Enter')
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: kind }).press('Enter')
      const saved = await download
      return { name: saved.suggestedFilename(), path: await saved.path() }
    },
    /** The part of the window where only map and picture are. */
    async mapBox() {
      const charts = await page.getByRole('region', { name: 'Charts' }).boundingBox()
      const left = (charts?.x ?? 0) + 8
      return {
        x: left,
        y: 8,
        width: (charts?.x ?? 0) + (charts?.width ?? 0) - left - 60,
        height: (charts?.y ?? 0) - 80,
      }
    },
  }
}
