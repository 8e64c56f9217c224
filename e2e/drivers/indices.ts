import { expect } from './browser.ts'
import type { Page } from './browser.ts'

/** The library of indices and its builder, in a person's words. By keyboard throughout. */
export function indicesDriver(page: Page) {
  const library = page.getByRole('region', { name: 'Indices', exact: true })
  const builder = page.getByRole('region', { name: 'New index' })
  return {
    library,
    builder,
    name: builder.getByRole('textbox', { name: 'Name' }),
    description: builder.getByRole('textbox', { name: 'Description' }),
    formula: builder.getByRole('textbox', { name: 'Formula' }),
    from: builder.getByRole('textbox', { name: 'From' }),
    to: builder.getByRole('textbox', { name: 'To' }),
    async open(satellite?: string) {
      await page.goto('/indices?index=new')
      await expect(builder).toBeVisible()
      if (!satellite) return
      await library.getByRole('button', { name: /Satellite$/ }).press('Enter')
      await page.getByRole('option', { name: satellite }).press('Enter')
      // The choice goes through the address: what is pressed before it is there would start from the old one.
      await expect(library.getByRole('button', { name: /Satellite$/ })).toContainText(satellite)
      await library.getByRole('button', { name: 'New', exact: true }).press('Enter')
      await expect(builder).toContainText(satellite)
    },
    async save() {
      await builder.getByRole('button', { name: 'Save index' }).press('Enter')
    },
  }
}
