import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { statisticsOf } from '#src/imagery/value-statistics.ts'
import type { DeskDate } from '../desk-context.ts'
import { timePoints, timeSeries, timeTable } from './time-series.ts'
import type { DateState } from './use-over-time.ts'

const date = (id: string, day: string, label = day): DeskDate => ({ id, date: day, label, title: label, url: `/${id}.tif`, bands: [] }) // prettier-ignore
// The newest first, as the desk has them.
const dates = [
  date('d', '2026-07-01'),
  date('c', '2026-05-02', '2026-05-02 (2 of 2)'),
  date('b', '2026-05-02', '2026-05-02 (1 of 2)'),
  date('a', '2026-04-01'),
  date('undated', ''),
]
const ready = (values: number[], classPixels: number[] | null): DateState => ({
  kind: 'ready',
  found: {
    pixels: values.length,
    pixelAreaM2: 10_000,
    thinning: 1,
    values: [{ ...statisticsOf(Float32Array.from(values)), classPixels }],
  },
})
const states: Record<string, DateState> = {
  a: ready([0, 1, 2, 3, 4], [2, 3]),
  b: { kind: 'failed', message: 'The file is cut off.' },
  c: ready([NaN, NaN], [0, 0]),
  d: ready([10, 10], [0, 2]),
}
const points = timePoints(dates, ({ id }) => states[id] ?? { kind: 'waiting' })
const lines = [{ label: 'NDVI', colour: '--accent' }]
const classes = [
  { label: 'Low', min: -Infinity, max: 2, colour: '#111111' },
  { label: '', min: 2, max: Infinity, colour: '#222222' },
]

test('dates in order, each at a moment of its own; one without a day has no place', () => {
  expect(points.map((point) => point.date.id)).toEqual(['a', 'b', 'c', 'd'])
  const seconds = points.map((point) => point.seconds)
  expect(new Set(seconds).size).toBe(4)
  expect(seconds[0]).toBe(Date.UTC(2026, 3, 1) / 1000)
  expect(new Date(seconds[2]! * 1000).toISOString().slice(0, 10)).toBe('2026-05-02')
})

test('means with deviations, medians between percentiles, and hectares that stand on each other; gaps where nothing is', () => {
  expect(timeSeries(points, lines, [], 'mean')).toMatchObject([
    { label: 'NDVI', values: [2, null, null, 10], spread: [expect.closeTo(Math.SQRT2, 6), null, null, 0] },
  ])
  const [percentiles] = timeSeries(points, lines, [], 'percentiles')
  expect(percentiles).toMatchObject({
    values: [2, null, null, 10],
    spread: { low: [expect.closeTo(0.2, 6), null, null, 10], high: [expect.closeTo(3.8, 6), null, null, 10] },
  })
  expect(timeSeries(points, lines, classes, 'areas')).toMatchObject([
    { label: 'Low', values: [2, null, 0, 0], isStacked: true },
    { label: 'Class 2', values: [3, null, 0, 2], isStacked: true },
  ])
})

test('a table with a row for each date, and why one has no figures', () => {
  const { data } = Papa.parse<Record<string, string>>(timeTable(points, ['NDVI'], classes), { header: true, skipEmptyLines: true }) // prettier-ignore
  expect(data).toHaveLength(4)
  expect(data[0]).toMatchObject({ Date: '2026-04-01', Of: 'NDVI', Mean: '2', Pixels: '5', 'Low (ha)': '2', 'Class 2 (ha)': '3' }) // prettier-ignore
  expect(data[1]).toMatchObject({ Date: '2026-05-02 (1 of 2)', State: 'The file is cut off.' })
  expect(data[2]).toMatchObject({ State: 'counted', 'With a value': '0', Mean: '' })
})
