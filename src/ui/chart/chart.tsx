import { Table2 } from 'lucide-react'
import { useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react'
import 'uplot/dist/uPlot.min.css'
import { ToggleButton } from '../button/toggle-button.tsx'
import { classNames } from '../class-names.ts'
import { formatUtc } from '../data/format-utc.ts'
import { useShownTheme } from '../theme.ts'
import { words } from '../words.ts'
import { chartSummary, withUnit } from './chart-data.ts'
import { ChartLegend } from './chart-legend.tsx'
import type { ChartDrawing } from './chart-options.ts'
import { chartPicture } from './chart-picture.ts'
import { ChartTable } from './chart-table.tsx'
import styles from './chart.module.css'
import { usePlot } from './use-plot.ts'

/** What buttons beside a chart can ask of it. */
export type ChartHandle = {
  /** What the chart shows, with title and legend, as a PNG. */
  picture: () => Promise<Blob>
}

export type ChartProps = ChartDrawing & {
  /** Accessible name, as "Spectra of pinned points". */
  label: string
  /** Ascending. With `isTime`, seconds since 1970. */
  x: readonly number[]
  heightPx?: number
  /** As high as what holds it, in place of `heightPx`. */
  isFilling?: boolean
  /** Stands above the chart in place of the legend, where the screen has its own list of the lines. */
  toolbar?: ReactNode
  /** The id of the series to stand out; the others fade. */
  highlighted?: string | undefined
  /** The x under the pointer, or undefined when it leaves. */
  onHover?: (x: number | undefined) => void
  /** The id of the series whose line is under the pointer. */
  onPoint?: (id: string | undefined) => void
  /** A click at an x, as to pick a wavelength. */
  onPress?: (x: number) => void
  ref?: Ref<ChartHandle>
}

/** Lines over one axis: drag to zoom, double click to see all; the same figures as a table on demand. */
export function Chart(props: ChartProps) {
  const { label, xAxis, yAxis, x, series, isTime = false, heightPx = 220, isFilling, toolbar } = props
  const theme = useShownTheme()
  const holder = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<number>()
  const [isTable, setTable] = useState(false)
  usePlot(holder, {
    ...props,
    theme,
    isShown: !isTable,
    onHover: (index) => {
      setHovered(index)
      props.onHover?.(index === undefined ? undefined : x[index])
    },
    onPoint: (index) => props.onPoint?.(index === undefined ? undefined : series[index]?.id),
    onPress: (at) => props.onPress?.(at),
  })
  useImperativeHandle(props.ref, () => ({ picture: () => chartPicture(label, x, props) }))

  const at = hovered === undefined ? undefined : x[hovered]
  const caption = (
    <figcaption className={styles.caption}>
      {toolbar ?? <ChartLegend series={series} yAxis={yAxis} hovered={hovered} />}
      <span data-figures className={styles.at}>
        {at === undefined ? '' : isTime ? formatUtc(new Date(at * 1000), 'day') : withUnit(at, xAxis)}
      </span>
      <ToggleButton icon={Table2} label={words.dataTable} isIconOnly isSelected={isTable} onChange={setTable} />
    </figcaption>
  )
  return (
    <figure className={classNames(styles.chart, isFilling && styles.filling)}>
      {toolbar && caption}
      {isTable ? (
        <ChartTable
          label={label}
          xAxis={xAxis}
          yAxis={yAxis}
          x={x}
          series={series}
          isTime={isTime}
          {...(!isFilling && { heightPx })}
        />
      ) : (
        <div
          ref={holder}
          role="img"
          aria-label={chartSummary(label, xAxis, x, yAxis, series)}
          className={styles.plot}
          style={isFilling ? undefined : { height: heightPx }}
        />
      )}
      {!toolbar && caption}
    </figure>
  )
}
