import { expect, test } from 'vitest'
import { summaryOf } from './value-summary.ts'

test('a few odd pixels do not stretch the range, and are still the ends', () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => i / 1000)
  values[0] = -90
  values[999] = 400
  values[500] = NaN
  const { min, max, low, high, histogram } = summaryOf(values)!
  expect([min, max]).toEqual([-90, 400])
  expect(low).toBeCloseTo(0.02, 2)
  expect(high).toBeCloseTo(0.98, 2)
  expect(histogram.reduce((a, b) => a + b, 0)).toBeGreaterThan(950)
  expect(Math.max(...histogram) - Math.min(...histogram)).toBeLessThan(4)
})

test('one value is a range of no width; no value is none', () => {
  expect(summaryOf(new Float32Array(5).fill(3))).toMatchObject({ low: 3, high: 3 })
  expect(summaryOf(new Float32Array(3).fill(NaN))).toBeNull()
})
