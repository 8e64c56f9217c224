import { expect, test } from 'vitest'
import { everyPage } from './every-page.ts'

/** A list that grows at its head while it is read. */
function growing(count: number, { perPage = 0, told = true } = {}) {
  const rows = Array.from({ length: count }, (_, i) => ({ id: `row ${i}` }))
  let asked = 0
  return {
    asked: () => asked,
    ask: ({ offset, limit }: { offset: number; limit: number }) => {
      asked++
      const answer = { items: rows.slice(offset, offset + limit), total: told ? rows.length : undefined }
      for (let i = 0; i < perPage; i++) rows.unshift({ id: `new ${asked} ${i}` })
      return Promise.resolve(answer)
    },
  }
}
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

test.each([{}, { told: false }])('every row is read, and no page past the last: %o', async (how) => {
  const { ask, asked } = growing(250, how)
  expect(ids(await everyPage(ask))).toEqual(Array.from({ length: 250 }, (_, i) => `row ${i}`))
  expect(asked()).toBe(3)
})

test('rows that come meanwhile make none appear twice and none go missing', async () => {
  const read = ids(await everyPage(growing(250, { perPage: 3 }).ask))
  expect(read).toEqual(Array.from({ length: 250 }, (_, i) => `row ${i}`))
})

test('a list that never ends is left', async () => {
  const { ask, asked } = growing(100_000, { told: false })
  await everyPage(ask)
  expect(asked()).toBe(50)
})
