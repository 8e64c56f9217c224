// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import type { ChartSeries } from './chart-data.ts'

// uPlot asks for the pixel ratio when it is imported, which jsdom does not have.
vi.stubGlobal('matchMedia', () => ({ addEventListener: () => undefined, removeEventListener: () => undefined }))
const { chartOptions } = await import('./chart-options.ts')

const drawn = (series: ChartSeries) =>
  chartOptions(
    () => ({ series: [series], xAxis: { label: 'Day' }, yAxis: { label: 'NDVI' }, x: [0, 1] }) as never,
    { onHover: () => undefined, onPress: () => undefined, onPoint: () => undefined },
    300,
    200,
  ).series[1]!

test('dots are drawn without a line, and a line goes over gaps only when it is told to', () => {
  const series = { id: 'a', label: 'A', values: [1, null], colour: '#ff0000' }
  expect(drawn({ ...series, isDots: true })).toMatchObject({ width: 0, points: { show: true } })
  expect(drawn({ ...series, joinsGaps: true })).toMatchObject({ width: 1.5, spanGaps: true, points: { show: false } })
  expect(drawn(series)).toMatchObject({ spanGaps: false, points: { show: false } })
})
