import { readFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect } from './browser.ts'
import type { Download, Page } from './browser.ts'

export type ClassRow = { label: string; ha: number; percent: number }

/** Indices computed over an AOI and their legends, in a person's words. By keyboard throughout. */
export function visualizationsDriver(page: Page) {
  const main = page.getByRole('main')
  const legend = main.getByRole('list', { name: /classes$/ })
  const more = main.getByRole('button', { name: 'More for this legend' })

  async function choose(action: string) {
    await more.press('Enter')
    await page.getByRole('menuitem', { name: action }).press('Enter')
  }
  async function saved(action: string): Promise<Download> {
    const download = page.waitForEvent('download')
    await choose(action)
    return download
  }

  return {
    async add(index: string) {
      await main.getByRole('button', { name: 'Add', exact: true }).press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Add an index' })
      await dialog.getByRole('searchbox', { name: 'Find an index' }).fill(index)
      const row = dialog
        .getByRole('list', { name: 'Indices' })
        .getByRole('button', { name: new RegExp(`^${index}\\b`) })
      await row.first().press('Enter')
      await expect(dialog).toBeHidden()
    },
    legend,
    /** The classes with their areas, once these are counted. */
    async rows(): Promise<ClassRow[]> {
      await expect(legend.getByRole('listitem').first()).toContainText('%', { timeout: 60_000 })
      const texts = await legend.getByRole('listitem').allInnerTexts()
      return texts.map((text) => {
        const [, label = '', ha = '', percent = ''] = /^\s*(.*?)\s*([\d.,]+)\s*ha\s*([\d.,]+)\s*%\s*$/s.exec(text) ?? []
        return { label, ha: Number(ha.replaceAll(',', '')), percent: Number(percent) }
      })
    },
    edit: () => choose('Edit classes'),
    rollBack: () => choose('Back to the computed classes'),
    savePng: () => saved('Picture with legend (PNG)'),
    saveSld: () => saved('Style for a GIS (SLD)'),
    colour: (number: number) => main.getByLabel(`Colour of class ${number}`),
    name: (number: number) => main.getByRole('textbox', { name: `Name of class ${number}` }),
    lower: (number: number) => main.getByRole('textbox', { name: `Lower bound of class ${number}` }),
    upper: (number: number) => main.getByRole('textbox', { name: `Upper bound of class ${number}` }),
    saveButton: main.getByRole('button', { name: 'Save classes' }),
    async save() {
      await this.saveButton.press('Enter')
      await expect(this.saveButton).toBeHidden()
    },
  }
}

/** How many pixels of a saved picture have exactly a colour, as `#ff00ff`. */
export async function pixelCounter(picture: Download): Promise<(colour: string) => number> {
  const image = await loadImage(await readFile(await picture.path()))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const counts = new Map<number, number>()
  for (let i = 0; i < data.length; i += 4) {
    const colour = (data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return (colour) => counts.get(Number.parseInt(colour.slice(1), 16)) ?? 0
}
