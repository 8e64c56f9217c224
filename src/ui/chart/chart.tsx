import { Table2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { ToggleButton } from '../button/toggle-button.tsx'
import { formatUtc } from '../data/format-utc.ts'
import { useShownTheme } from '../theme.ts'
import { words } from '../words.ts'
import { chartColumns, chartSummary, withUnit, type ChartAxis, type ChartMark, type ChartSeries } from './chart-data.ts'
import { chartOptions, seriesColour } from './chart-options.ts'
import { ChartTable } from './chart-table.tsx'
import styles from './chart.module.css'

export type ChartProps = {
  /** Accessible name, as "Spectra of pinned points". */
  label: string
  xAxis: ChartAxis
  yAxis: ChartAxis
  /** Ascending. With `isTime`, seconds since 1970. */
  x: readonly number[]
  series: readonly ChartSeries[]
  isTime?: boolean
  yRange?: readonly [number, number]
  heightPx?: number
  /** Vertical lines, as band positions. */
  marks?: readonly ChartMark[]
  /** The x under the pointer, or undefined when it leaves. */
  onHover?: (x: number | undefined) => void
  /** A click at an x, as to pick a wavelength. */
  onPress?: (x: number) => void
}

/** Lines over one axis: drag to zoom, double click to see all; the same figures as a table on demand. */
export function Chart(props: ChartProps) {
  const { label, xAxis, yAxis, x, series, isTime = false, yRange, heightPx = 220, marks, onHover, onPress } = props
  const theme = useShownTheme()
  const holder = useRef<HTMLDivElement>(null)
  const report = useRef({ onHover, onPress })
  const [hovered, setHovered] = useState<number>()
  const [isTable, setTable] = useState(false)
  useEffect(() => {
    report.current = { onHover, onPress }
  })

  useEffect(() => {
    const element = holder.current
    if (!element || isTable) return
    const hover = (index: number | undefined) => {
      setHovered(index)
      report.current.onHover?.(index === undefined ? undefined : x[index])
    }
    const drawing = {
      series,
      xAxis,
      yAxis,
      isTime,
      yRange,
      marks,
      onHover: hover,
      onPress: (at: number) => report.current.onPress?.(at),
    }
    const data = chartColumns(x, series) as uPlot.AlignedData
    const plot = new uPlot(chartOptions(drawing, element.clientWidth, heightPx), data, element)
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: heightPx }))
    resize.observe(element)
    return () => {
      resize.disconnect()
      plot.destroy()
    }
  }, [series, x, xAxis, yAxis, isTime, yRange, marks, heightPx, isTable, theme])

  // Colours are read from the tokens, so they follow the theme.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const colours = useMemo(() => series.map(seriesColour), [series, theme])
  const at = hovered === undefined ? undefined : x[hovered]
  return (
    <figure className={styles.chart}>
      {isTable ? (
        <ChartTable
          label={label}
          xAxis={xAxis}
          yAxis={yAxis}
          x={x}
          series={series}
          isTime={isTime}
          heightPx={heightPx}
        />
      ) : (
        <div
          ref={holder}
          role="img"
          aria-label={chartSummary(label, xAxis, x, yAxis, series)}
          style={{ height: heightPx }}
        />
      )}
      <figcaption className={styles.caption}>
        <ul className={styles.legend}>
          {series.map((one, index) => {
            const value = hovered === undefined ? undefined : one.values[hovered]
            return (
              <li key={one.id} className={styles.item}>
                <span className={styles.line} style={{ background: colours[index] }} aria-hidden />
                {one.label}
                <span data-figures className={styles.value}>
                  {value === undefined || value === null ? '' : withUnit(value, yAxis)}
                </span>
              </li>
            )
          })}
        </ul>
        <span data-figures className={styles.at}>
          {at === undefined ? '' : isTime ? formatUtc(new Date(at * 1000), 'day') : withUnit(at, xAxis)}
        </span>
        <ToggleButton icon={Table2} label={words.dataTable} isIconOnly isSelected={isTable} onChange={setTable} />
      </figcaption>
    </figure>
  )
}
