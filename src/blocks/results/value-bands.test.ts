import { expect, test } from 'vitest'
import type { RasterInfo } from '#src/imagery/raster-info.ts'
import { statisticsOf } from '#src/imagery/value-statistics.ts'
import { bandChoice, joinedSpread, sampledBands, spreadOf } from './value-bands.ts'

const file = (...names: string[]) => ({
  info: { bands: names.map((name) => ({ name, scale: 1, offset: 0 })) } as unknown as RasterInfo,
})

test('bands are named as the block tells them; three and more can be a picture', () => {
  const told = [{ name: 'PC1', description: '80 % of the variance' }]
  expect(bandChoice(file('B1', 'B2', 'B3'), { bands: told })).toEqual({
    isSeries: false,
    options: [
      { id: 'PC1', label: 'PC1', description: '80 % of the variance', bands: [0] },
      { id: 'B2', label: 'B2', description: '', bands: [1] },
      { id: 'B3', label: 'B3', description: '', bands: [2] },
      { id: 'rgb', label: 'PC1, B2, B3 as red, green, blue', bands: [0, 1, 2] },
    ],
  })
})

test('days are a series and no picture', () => {
  const { isSeries, options } = bandChoice(file('2026-01-01', '2026-01-11', '2026-01-21'), { bands: [] })
  expect(isSeries).toBe(true)
  expect(options).toHaveLength(3)
  expect(bandChoice(file('2026-01-01'), { bands: [] }).isSeries).toBe(false)
})

test('a few bands from the first to the last stand for all', () => {
  expect(sampledBands(120)).toEqual([0, 30, 60, 89, 119])
  expect(sampledBands(3)).toEqual([0, 1, 2])
  expect(sampledBands(1)).toEqual([0])
})

test('the joined range holds all of them', () => {
  const range = (low: number, high: number) => ({ min: low - 1, low, high, max: high + 1, histogram: [1, 2] })
  expect(joinedSpread([range(0, 1), null, range(-2, 0.5)])).toEqual({
    min: -3,
    low: -2,
    high: 1,
    max: 2,
    histogram: [],
  })
  expect(joinedSpread([range(0, 1), null])?.histogram).toEqual([1, 2])
  expect(joinedSpread([null])).toBeNull()
})

test('a few odd pixels do not stretch the range, and are still the ends', () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => i / 1000)
  values[0] = -90
  values[500] = NaN
  const { min, max, low, high, histogram } = spreadOf(statisticsOf(values))!
  expect(min).toBe(-90)
  expect(max).toBeCloseTo(0.999)
  expect(low).toBeCloseTo(0.02, 2)
  expect(high).toBeCloseTo(0.98, 2)
  expect(histogram.reduce((a, b) => a + b, 0)).toBeGreaterThan(940)
  expect(spreadOf(statisticsOf(new Float32Array(3).fill(NaN)))).toBeNull()
  expect(spreadOf(statisticsOf(new Float32Array(5).fill(3)))).toMatchObject({ low: 3, high: 3 })
})
