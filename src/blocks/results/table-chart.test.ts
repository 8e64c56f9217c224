import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { tableChart } from './table-chart.ts'

const chartOf = (text: string) => tableChart(readTable(text)!)

test('days make a time series: rows of one day complete each other, the rare is dots, the frequent a line', () => {
  const chart = chartOf(
    'date,observed_mean,filled_mean\n2026-01-11,,0.4\n2026-01-01,0.2,\n2026-01-01,,0.3\n2026-01-21,,0.5\n2026-01-25,0.6,\n',
  )!
  expect(chart.isTime).toBe(true)
  expect(chart.x.map((seconds) => new Date(seconds * 1000).getUTCDate())).toEqual([1, 11, 21, 25])
  const [observed, filled] = chart.series
  expect(observed).toMatchObject({ label: 'Observed mean', values: [0.2, null, null, 0.6] })
  expect(filled).toMatchObject({ values: [0.3, 0.4, 0.5, null], joinsGaps: true })
})

test('wavelengths make spectra, in ascending order', () => {
  const chart = chartOf('band,wavelength_nm,Group 1,Group 2\nB2,800,0.4,0.1\nB1,490,0.1,0.05\n')!
  expect(chart).toMatchObject({ isTime: false, xAxis: { label: 'Wavelength', unit: 'nm' }, x: [490, 800] })
  expect(chart.series).toEqual([
    { id: 'Group 1', label: 'Group 1', values: [0.1, 0.4] },
    { id: 'Group 2', label: 'Group 2', values: [0.05, 0.1] },
  ])
})

test('other tables are none, nor is one row', () => {
  expect(chartOf('class,label,area_ha\n1,Water,4\n2,Trees,5\n')).toBeNull()
  expect(chartOf('date,mean\n2026-01-01,1\n')).toBeNull()
  expect(chartOf('date,note\n2026-01-01,a\n2026-01-02,b\n')).toBeNull()
})
