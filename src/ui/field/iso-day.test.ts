import { expect, test } from 'vitest'
import { addDays, readDay } from './iso-day.ts'

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026-3-1', '2026-03-01'],
  [' 2026/03/01 ', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['2024-02-29', '2024-02-29'],
])('reads %j', (text, day) => {
  expect(readDay(text)).toBe(day)
})

test.each(['', '2026', '01/03/2026', '2026-02-30', '2026-13-01', '2026-00-10', 'soon'])('refuses %j', (text) => {
  expect(readDay(text)).toBeUndefined()
})

test('steps over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})
