import { expect, test } from 'vitest'
import { dayCount, daysBetween, placeOf } from './day-scale.ts'

const period = { from: '2026-02-27', to: '2026-03-05' }

test('days are places and places are days', () => {
  expect(dayCount(period)).toBe(7)
  expect(placeOf('2026-03-01', period)).toBe(2)
  expect(daysBetween(0, 7, period)).toEqual(period)
  expect(daysBetween(2, 3, period)).toEqual({ from: '2026-03-01', to: '2026-03-01' })
})

test('a stretch may be drawn either way, within one day, and beyond the ends', () => {
  const days = { from: '2026-02-28', to: '2026-03-02' }
  expect(daysBetween(1.2, 3.9, period)).toEqual(days)
  expect(daysBetween(3.9, 1.2, period)).toEqual(days)
  expect(daysBetween(1.2, 1.2, period)).toEqual({ from: '2026-02-28', to: '2026-02-28' })
  expect(daysBetween(2, 2, period)).toEqual({ from: '2026-03-01', to: '2026-03-01' })
  expect(daysBetween(-5, 20, period)).toEqual(period)
  expect(daysBetween(20, 30, period)).toEqual({ from: '2026-03-05', to: '2026-03-05' })
})
