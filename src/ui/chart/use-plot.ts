import { useLayoutEffect, useEffectEvent, useRef, type RefObject } from 'react'
import uPlot from 'uplot'
import { chartColumns, seriesColumns, seriesCss } from './chart-data.ts'
import { chartOptions, type ChartDrawing, type ChartEvents } from './chart-options.ts'

type PlotProps = ChartDrawing &
  ChartEvents & {
    x: readonly number[]
    /** The series to stand out. */
    highlighted?: string
    /** Changes with the theme: the plot reads its colours when it is made. */
    theme: string
    isShown: boolean
  }

/**
 * The plot within an element, of the element's size. It is made anew when the lines are others, and only filled again when
 * their values are: what follows the pointer has to fit into a frame, so it is drawn before the browser paints and not after.
 * A part that was zoomed into stays through both.
 */
export function usePlot(holder: RefObject<HTMLDivElement | null>, props: PlotProps): void {
  const { x, series, xAxis, yAxis, isTime, yRange, marks, zones, breaks, highlighted, theme, isShown } = props
  const plot = useRef<uPlot>(undefined)
  const zoom = useRef<{ min: number; max: number }>(undefined)
  const latest = useEffectEvent(() => props)
  const structure = JSON.stringify([
    series.map((one, index) => [
      one.id,
      seriesCss(one, index),
      one.isDashed,
      one.isDots,
      one.joinsGaps,
      one.isStepped,
      one.hasDots,
      one.isStacked,
      one.spread !== undefined,
    ]),
    xAxis,
    yAxis,
    isTime,
    yRange,
  ])

  useLayoutEffect(() => {
    const element = holder.current
    if (!element || !isShown) return
    const events: ChartEvents = {
      onHover: (index) => latest().onHover(index),
      onPress: (at) => latest().onPress(at),
      onPoint: (index) => latest().onPoint(index),
    }
    const options = chartOptions(() => latest(), events, element.clientWidth, element.clientHeight)
    const columns = chartColumns(latest().x, latest().series) as uPlot.AlignedData
    const made = new uPlot(options, columns, element)
    plot.current = made
    if (zoom.current) made.setScale('x', zoom.current)
    const resize = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: element.clientHeight }))
    resize.observe(element)
    return () => {
      resize.disconnect()
      zoom.current = zoomOf(made)
      made.destroy()
      plot.current = undefined
    }
  }, [holder, structure, theme, isShown])

  useLayoutEffect(() => {
    const made = plot.current
    if (!made) return
    const columns = chartColumns(x, series) as uPlot.AlignedData
    const kept = zoomOf(made)
    made.batch(() => {
      made.setData(columns, kept === undefined)
      if (kept) made.setScale('x', kept)
    })
  }, [x, series, structure])

  useLayoutEffect(() => plot.current?.redraw(), [marks, zones, breaks])

  useLayoutEffect(() => {
    const made = plot.current
    if (!made) return
    const at = series.findIndex(({ id }) => id === highlighted)
    made.setSeries(at < 0 ? null : (seriesColumns(series)[at] ?? null), { focus: true }, false)
  }, [highlighted, series, structure])
}

/** The part of the x axis that is shown, when it is not all of it. */
function zoomOf(plot: uPlot): { min: number; max: number } | undefined {
  const { min, max } = plot.scales.x ?? {}
  const [first, last] = [plot.data[0][0], plot.data[0].at(-1)]
  if (min == null || max == null || first === undefined || last === undefined) return undefined
  return (min > first || max < last) && max > first && min < last ? { min, max } : undefined
}
