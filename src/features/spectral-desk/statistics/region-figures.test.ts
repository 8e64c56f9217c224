import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { statisticsOf } from '#src/imagery/value-statistics.ts'
import { commonBins } from './common-bins.ts'
import { classRows, figureRows, statisticsText } from './region-figures.ts'

const values = statisticsOf(Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, NaN))
const found = { pixels: 10, pixelAreaM2: 400, thinning: 1, values: [{ ...values, classPixels: [3, 6] }] }
const named = (label: string, min: number, max: number) => ({ label, min, max, colour: '#000000' })
const classes = [named('', -Infinity, 3), named('=high, "very"', 3, Infinity)]

test('says count, area, mean and percentiles; ground only where a pixel has a value', () => {
  const rows = figureRows([{ statistics: values, pixelAreaM2: 400 }, { statistics: values }])
  const told = Object.fromEntries(rows.map(({ id, values: [value] }) => [id, value]))
  expect(told).toEqual({
    pixels: 10, valid: 9, area: 0.36, mean: 4, deviation: expect.closeTo(Math.sqrt(60 / 9), 6), min: 0, max: 8,
    p5: expect.closeTo(0.4, 6), p25: 2, p50: 4, p75: 6, p95: expect.closeTo(7.6, 6),
  }) // prettier-ignore
  expect(rows.find(({ id }) => id === 'area')?.values[1]).toBeNaN()
})

test('classes hold hectares and percent of the pixels with a value', () => {
  expect(classRows(found, classes)).toMatchObject([
    { pixels: 3, areaHa: 0.12, percent: expect.closeTo(33.333, 3) },
    { pixels: 6, areaHa: 0.24, percent: expect.closeTo(66.667, 3) },
  ])
  // Borders that were moved since it was counted.
  expect(classRows(found, [...classes, named('', 9, 10)])).toEqual([])
})

test('a table that others read, in which no name runs as a formula', () => {
  const text = statisticsText(['Region 1'], figureRows([{ statistics: values }]), classRows(found, classes), ',')
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true })
  expect(data.slice(0, 3)).toEqual([
    ['', 'Region 1'],
    ['Pixels', '10'],
    ['With a value', '9'],
  ])
  expect(data.slice(-3)).toEqual([
    ['Class', 'From', 'To', 'Pixels', 'Area (ha)', 'Percent'],
    ['below 3', '', '3', '3', '0.12', '33.33333'],
    ['\'=high, "very"', '3', '', '6', '0.24', '66.66667'],
  ])
})

test('histograms of different ranges lie over one axis, no pixel lost', () => {
  const narrow = statisticsOf(Float32Array.from({ length: 1000 }, (_, i) => 2 + i / 1000))
  const { from, percents } = commonBins([values, narrow])
  expect(from[0]).toBeCloseTo(values.histogram.from, 6)
  expect(from.at(-1)).toBeCloseTo(values.histogram.to, 6)
  const below = (bins: readonly number[], end: number) =>
    bins.filter((_, i) => from[i]! < end).reduce((sum, percent) => sum + percent, 0)
  // The outermost thousandths are not drawn.
  expect(below(percents[1]!, Infinity)).toBeCloseTo(99.8, 0)
  expect(below(percents[1]!, 1.9)).toBe(0)
  expect(below(percents[1]!, 2.5)).toBeCloseTo(50, -1)
  expect(commonBins([statisticsOf(Float32Array.of(NaN))])).toEqual({ from: [], percents: [[]] })
})
