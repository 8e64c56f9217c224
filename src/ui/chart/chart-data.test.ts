import { expect, test } from 'vitest'
import { chartColumns, chartSummary, restingRange, seriesColumns, seriesCss } from './chart-data.ts'

const wavelength = { label: 'Wavelength', unit: 'nm', digits: 0 }
const reflectance = { label: 'Reflectance' }

test('says the ranges of both axes for each line', () => {
  const series = [
    { id: 'a', label: 'Pine', values: [0.02, null, 0.41] },
    { id: 'b', label: 'Lake', values: [null, null, null] },
  ]
  expect(chartSummary('Spectra', wavelength, [450, 1400, 2400], reflectance, series)).toBe(
    'Spectra. Wavelength 450 nm to 2,400 nm. Reflectance: Pine from 0.02 to 0.41; Lake has no values.',
  )
})

test('says so when there is nothing', () => {
  expect(chartSummary('Spectra', wavelength, [], reflectance, [])).toBe('Spectra: no data')
})

test('puts the edges of a spread beside its line, with gaps where either is missing', () => {
  const series = [
    { id: 'a', label: 'A', values: [1, null, 3], spread: [0.5, 0.5, null] },
    { id: 'b', label: 'B', values: [7, 8, 9] },
  ]
  expect(chartColumns([10, 20, 30], series)).toEqual([
    [10, 20, 30],
    [1, null, 3],
    [0.5, null, null],
    [1.5, null, null],
    [7, 8, 9],
  ])
})

test('takes the edges of a spread as they are given, and stands stacked values on each other', () => {
  const values = [1, null, 3]
  const edges = { low: [0, null, 2], high: [5, null, 4] }
  expect(chartColumns([1, 2, 3], [{ id: 'a', label: 'A', values, spread: edges }])).toEqual([
    [1, 2, 3],
    values,
    edges.low,
    edges.high,
  ])
  const stacked = (id: string, own: (number | null)[]) => ({ id, label: id, values: own, isStacked: true })
  const stack = [stacked('a', [1, null, 3]), stacked('b', [10, null, 30]), stacked('c', [0, null, 300])]
  expect(chartColumns([1, 2, 3], stack).slice(1)).toEqual([
    [1, null, 3],
    [11, null, 33],
    [11, null, 333],
  ])
})

test('knows the column of each series among those of spreads', () => {
  const plain = { id: 'a', label: 'A', values: [] }
  expect(seriesColumns([plain, { ...plain, spread: [] }, plain, plain])).toEqual([1, 2, 5, 6])
})

test('takes colours from tokens, by name or in order', () => {
  const plain = { id: 'a', label: 'A', values: [] }
  expect(seriesCss(plain, 9)).toBe('var(--series-2)')
  expect(seriesCss({ ...plain, colour: '--series-5' }, 0)).toBe('var(--series-5)')
  expect(seriesCss({ ...plain, colour: '#ff0000' }, 0)).toBe('#ff0000')
})

test('ends an axis at round numbers, which rest while values change a little', () => {
  const range = (min: number | null, max: number | null) => restingRange(min, max).map((end) => Number(end.toFixed(6)))
  expect(range(0.013, 0.472)).toEqual([0, 0.5])
  expect(range(0.021, 0.488)).toEqual([0, 0.5])
  expect(range(-0.002, 0.31)).toEqual([-0.05, 0.35])
  expect(range(-6.1, 5.9)).toEqual([-8, 6])
  expect(range(3, 3)).toEqual([2.5, 3.5])
  expect(range(0, 0)).toEqual([-0.2, 0.2])
  expect(range(null, null)).toEqual([0, 1])
})
