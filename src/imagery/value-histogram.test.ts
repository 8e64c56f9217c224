import { expect, test } from 'vitest'
import type { BlockLayout, BlockSamples } from './decode-block.ts'
import { floatKey, floatOfKey } from './key-histogram.ts'
import { addStatistics, countSpans, emptyStatistics } from './raw-statistics.ts'
import { binned, percentile, valueHistogram } from './value-histogram.ts'

const layout = { width: 10, height: 1, samplesPerPixel: 1, isByLine: false } as BlockLayout

function statisticsOf(blocks: BlockSamples[], isExact: boolean) {
  const sum = emptyStatistics(0, isExact)
  for (const block of blocks) {
    const own = emptyStatistics(0, isExact)
    countSpans(own, block, { ...layout, width: block.length }, 0, Int32Array.of(0, 0, block.length), null)
    addStatistics(sum, own)
  }
  return sum
}

test('parts add up to the whole', () => {
  const raw = statisticsOf([Int16Array.of(-300, 5, 5), Int16Array.of(7, 9, 1000)], true)
  // By hand: sum 726, squares of differences from 121.
  const values = [-300, 5, 5, 7, 9, 1000]
  const mean = values.reduce((a, b) => a + b) / 6
  expect(raw).toMatchObject({ count: 6, min: -300, max: 1000 })
  expect(raw.mean).toBeCloseTo(mean, 10)
  expect(raw.squares).toBeCloseTo(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
    6,
  )
  const histogram = valueHistogram(raw, 0.5, 1)
  expect([0, 0.2, 0.5, 0.75, 1].map((share) => percentile(histogram, share))).toEqual([-149, 3.5, 4, 5.25, 501])
  // A falling scale turns the order around.
  expect(percentile(valueHistogram(raw, -1, 0), 0)).toBe(-1000)
  expect([...binned(histogram, 0, 10, 5)]).toEqual([0, 2, 2, 0, 0])
  expect([...binned(histogram, -149, 501, 2)]).toEqual([5, 1])
})

test('fractions are counted to one part in 500, at any size and sign', () => {
  const values = Float32Array.from({ length: 20_001 }, (_, i) => (i - 10_000) / 700 + (i % 7) / 1e5)
  const histogram = valueHistogram(statisticsOf([values.subarray(0, 777), values.subarray(777)], false), 1, 0)
  const sorted = values.toSorted()
  for (const share of [0, 0.02, 0.3, 0.5, 0.51, 0.98, 1]) {
    const exact = sorted[Math.round(share * 20_000)]!
    expect(Math.abs(percentile(histogram, share) - exact)).toBeLessThanOrEqual(Math.abs(exact) / 500 + 1e-4)
  }
  const bins = binned(histogram, -10, 10, 4)
  expect(bins.reduce((a, b) => a + b)).toBeCloseTo(values.filter((value) => value >= -10 && value <= 10).length, -2)
  expect(Math.abs(bins[1]! - 3500)).toBeLessThan(30)
})

test('keys ascend with their numbers', () => {
  const numbers = [-Infinity, -3e38, -1, -1e-20, -0, 0, 1e-20, 0.5, 1, 1.5, 3e38, Infinity]
  const keys = numbers.map(floatKey)
  expect(keys).toEqual(keys.toSorted((a, b) => a - b))
  for (const value of [-1, 0.5, 1, 1.5]) expect(floatOfKey(floatKey(value))).toBeLessThanOrEqual(value)
  expect(floatOfKey(floatKey(1))).toBe(1)
})

test('nothing counted has no percentile', () => {
  const none = valueHistogram(statisticsOf([Float32Array.of(NaN, Infinity)], false), 1, 0)
  expect(percentile(none, 0.5)).toBeNaN()
  expect([...binned(none, 0, 1, 2)]).toEqual([0, 0])
})
