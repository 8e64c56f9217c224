import { expect, test } from 'vitest'
import { maxOccurrences, occurrences } from './occurrences.ts'

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const days = (windows: { startMs: number; endMs: number }[]) =>
  windows.map(({ startMs, endMs }) => [startMs, endMs].map((ms) => new Date(ms).toISOString().slice(0, 10)).join('..'))

test('once is the window asked for', () => {
  expect(days(occurrences('ONCE', at('2027-05-01'), { endMs: at('2027-05-09') }))).toEqual(['2027-05-01..2027-05-09'])
})

test('a number of months, counted from the start: short months do not pull later ones forward', () => {
  expect(days(occurrences('MONTHLY', at('2027-01-31'), { count: 3 }))).toEqual([
    '2027-01-31..2027-02-28',
    '2027-02-28..2027-03-31',
    '2027-03-31..2027-04-30',
  ])
})

test.each([
  ['BIMONTHLY', ['2027-05-01..2027-07-01', '2027-07-01..2027-09-01', '2027-09-01..2027-10-15']],
  ['QUARTERLY', ['2027-05-01..2027-08-01', '2027-08-01..2027-10-15']],
] as const)('%s until an end date, the last window shortened by it', (recurrence, windows) => {
  expect(days(occurrences(recurrence, at('2027-05-01'), { endMs: at('2027-10-15') }))).toEqual(windows)
})

test('a rest of less than a week starts no picture, unless it is the only one', () => {
  expect(occurrences('MONTHLY', at('2027-05-01'), { endMs: at('2027-06-07') })).toHaveLength(1)
  expect(occurrences('MONTHLY', at('2027-05-01'), { endMs: at('2027-06-08') })).toHaveLength(2)
  expect(occurrences('MONTHLY', at('2027-05-01'), { endMs: at('2027-05-04') })).toHaveLength(1)
})

test('too many are cut one past the limit', () => {
  expect(occurrences('MONTHLY', at('2027-05-01'), { count: 100_000 })).toHaveLength(maxOccurrences + 1)
})
