import type { ReactNode } from 'react'
import { restingRange } from '#src/ui/chart/chart-data.ts'
import { LazyChart } from '#src/ui/chart/lazy-chart.tsx'
import type { NamedClass } from '../picture/picture-paint.ts'
import { timeSeries, type TimeDisplay, type TimePoint } from './time-series.ts'
import { words } from './words.ts'

type TimeChartProps = {
  /** As "NDVI". */
  name: string
  /** As "Region 1". */
  place: string
  points: readonly TimePoint[]
  lines: readonly { label: string; colour: string }[]
  classes: readonly NamedClass[]
  display: TimeDisplay
  /** Which of the points is on the map. */
  at: number
  onShow: (at: number) => void
  toolbar: ReactNode
}

/** Means, percentiles or class areas over the dates; a press shows the nearest date on the map. */
export function TimeChart({ name, place, points, lines, classes, display, at, onShow, toolbar }: TimeChartProps) {
  const x = points.map(({ seconds }) => seconds)
  const series = timeSeries(points, lines, classes, display)
  const now = points[at]
  const tops = points.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
  const nearest = (seconds: number) =>
    x.reduce((best, each, i) => (Math.abs(each - seconds) < Math.abs(x[best]! - seconds) ? i : best), 0)
  return (
    <LazyChart
      label={words.chart(display === 'areas' ? `${name}: ${words.displays.areas}` : name, place)}
      x={x}
      xAxis={xAxis}
      yAxis={display === 'areas' ? areaAxis : { label: name, digits: 3 }}
      series={series}
      isTime
      {...(display === 'areas' && { yRange: [0, restingRange(0, Math.max(0, ...tops))[1]] as const })}
      {...(now && { marks: [{ x: now.seconds, label: now.date.label }] })}
      onPress={(seconds) => x.length > 0 && onShow(nearest(seconds))}
      isFilling
      toolbar={toolbar}
    />
  )
}

const xAxis = { label: words.date }
const areaAxis = { label: words.area, unit: 'ha', digits: 1 }
