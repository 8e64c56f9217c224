import { expect, test } from 'vitest'
import { otsuThreshold } from './otsu.ts'

test('the threshold lies in the gap between two groups, whatever their sizes', () => {
  const values = [
    ...Array.from({ length: 900 }, (_, i) => (i % 30) / 100),
    ...Array.from({ length: 60 }, (_, i) => 0.8 + (i % 20) / 100),
  ]
  const threshold = otsuThreshold(values)
  expect(threshold).toBeGreaterThan(0.29)
  expect(threshold).toBeLessThan(0.8)
  expect(otsuThreshold([...values, NaN, NaN])).toBe(threshold)
})

test('agrees with trying every threshold', () => {
  const values = Array.from({ length: 400 }, (_, i) => Math.sin(i * 12.9898) * (i % 7 === 0 ? 4 : 1))
  const between = (threshold: number) => {
    const [low, high] = [values.filter((v) => v < threshold), values.filter((v) => v >= threshold)]
    const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length
    return low.length === 0 || high.length === 0 ? 0 : low.length * high.length * (mean(low) - mean(high)) ** 2
  }
  const best = Math.max(...values.map(between))
  expect(between(otsuThreshold(values))).toBeGreaterThan(0.99 * best)
})

test('nothing to part gives no threshold', () => {
  expect(otsuThreshold([])).toBeNaN()
  expect(otsuThreshold([3, 3, 3])).toBeNaN()
})
