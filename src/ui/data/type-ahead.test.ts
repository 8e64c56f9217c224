import { expect, test } from 'vitest'
import { createTypeAhead } from './type-ahead.ts'

const rows = [
  ['2026-10-03', 'Firefly FF01'],
  ['2026-10-01', 'Sentinel-2'],
  ['2026-09-30', 'Firefly FF02'],
  ['2025-09-30', 'Sentinel-2'],
]
const texts = (index: number) => rows[index] ?? []

test('one letter again and again goes from match to match, and round', () => {
  const { find } = createTypeAhead()
  expect(find('s', 0, 0, 4, texts)).toBe(1)
  expect(find('s', 100, 1, 4, texts)).toBe(3)
  expect(find('s', 200, 3, 4, texts)).toBe(1)
  expect(find('x', 5000, 1, 4, texts)).toBe(-1)
})

test('letters close to each other are one word, which may keep the row', () => {
  const { find } = createTypeAhead()
  const typed = [...'2026-09'].map((key, i) => find(key, i * 100, i === 0 ? 3 : 0, 4, texts))
  expect(typed.at(-3)).toBe(0)
  expect(typed.at(-1)).toBe(2)
})

test('after a pause a new word starts', () => {
  const { find, isTyping } = createTypeAhead()
  find('f', 0, 0, 4, texts)
  expect(isTyping(500)).toBe(true)
  expect(isTyping(2000)).toBe(false)
  expect(find('s', 2000, 0, 4, texts)).toBe(1)
})
