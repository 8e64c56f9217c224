import { expect, test } from 'vitest'
import { captureTier } from './capture-tier.ts'

const dayMs = 86_400_000
const tierOf = (aheadDays: number, days: number) =>
  captureTier({ startMs: aheadDays * dayMs, endMs: (aheadDays + days) * dayMs }, 0)

test.each([
  [2, 7, 'Flexible', 0],
  [2, 30, 'Flexible', 0],
  [2, 6.5, 'Flexible', 0],
  [2, 6, 'Expedited', 25],
  [2, 3, 'Expedited', 25],
  [2, 2, 'Critical', 40],
  [2, 1, 'Critical', 40],
  [6.9, 1, 'Critical', 40],
  [7, 1, 'Assured', 50],
  [30, 2, 'Critical', 40],
])('%s days ahead, a window of %s days: %s', (ahead, days, name, upliftPercent) => {
  expect(tierOf(ahead, days)).toMatchObject({ name, upliftPercent, anyCloud: upliftPercent > 0 })
})
