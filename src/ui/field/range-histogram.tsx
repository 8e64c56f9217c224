import { useState } from 'react'
import { Label, Slider, SliderTrack, VisuallyHidden } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { formatNumber } from '../data/format-number.ts'
import { words } from '../words.ts'
import { PlotThumb } from './plot-thumb.tsx'
import styles from './range-histogram.module.css'
import { histogramPath, niceScale, type RangeScale } from './range-scale.ts'

export type Histogram = { from: number; to: number; counts: ArrayLike<number> }

type RangeHistogramProps = {
  /** Accessible name, as "Range of NDVI". */
  label: string
  /** Absent while it is being counted: the place is kept. */
  histogram: Histogram | undefined
  /** Ascending: the two ends of a range, or any number of borders. */
  value: readonly number[]
  /** On every movement. */
  onChange: (value: number[]) => void
  /** What a thumb is called; two of a range are the minimum and the maximum. */
  thumbLabel?: (index: number) => string
  /** CSS backgrounds under the axis: before the first thumb, between each two, after the last. */
  segments?: readonly string[]
  /** Of the bars, as that of a channel. */
  barColour?: string
  heightPx?: number
  /** As high as its container, in place of `heightPx`. */
  isFilling?: boolean
  /** Leaves out the figures under the axis, where fields beside it say the ends. */
  hasTicks?: boolean
}

const rampPx = 10
const rangeLabel = (index: number) => (index === 0 ? words.minimum : words.maximum)

/** How values spread, with the ends of a range or the borders of classes to drag over them. Arrow keys step, Page keys leap. */
export function RangeHistogram(props: RangeHistogramProps) {
  const { label, histogram, value, onChange, thumbLabel, segments, barColour, heightPx = 48 } = props
  const { isFilling = false, hasTicks = true } = props
  // While a hand drags, the axis keeps still under it.
  const [held, setHeld] = useState<RangeScale>()
  const scale = held ?? niceScale(histogram, [value[0] ?? 0, value.at(-1) ?? 1])
  const { from, to, step, digits } = scale
  const percent = (at: number) => (100 * (at - from)) / (to - from)
  const edges = [from, ...value, to]
  const isAscending = (next: readonly number[]) => next.every((at, i) => i === 0 || at > next[i - 1]!)
  return (
    <Slider
      value={[...value]}
      minValue={from}
      maxValue={to}
      step={step}
      onChange={(next) => {
        setHeld((known) => known ?? scale)
        // The others keep every digit they have; only what moved goes in steps.
        const moved = next.map((at, i) =>
          Math.abs(at - value[i]!) < step / 2 ? value[i]! : Number(at.toFixed(digits)),
        )
        if (isAscending(moved)) onChange(moved)
      }}
      onChangeEnd={() => setHeld(undefined)}
      className={classNames(styles.slider, isFilling && styles.filling)}
    >
      <VisuallyHidden>
        <Label>{label}</Label>
      </VisuallyHidden>
      <SliderTrack
        className={styles.track}
        style={isFilling ? undefined : { height: heightPx + (segments ? rampPx : 0) }}
      >
        <div className={styles.plot} style={{ bottom: segments ? rampPx : 0 }} aria-hidden>
          {histogram && (
            <svg
              className={styles.bars}
              viewBox={`0 0 ${histogram.counts.length} 1`}
              preserveAspectRatio="none"
              style={{
                left: `${percent(histogram.from)}%`,
                width: `${percent(histogram.to) - percent(histogram.from)}%`,
                fill: barColour,
              }}
            >
              <path d={histogramPath(histogram.counts)} />
            </svg>
          )}
          {!thumbLabel && (
            <>
              <div className={styles.outside} style={{ left: 0, width: `${percent(value[0] ?? from)}%` }} />
              <div className={styles.outside} style={{ left: `${percent(value.at(-1) ?? to)}%`, right: 0 }} />
            </>
          )}
        </div>
        {segments && (
          <div className={styles.ramp} aria-hidden>
            {segments.map((background, i) => (
              <span
                key={i}
                style={{
                  left: `${percent(edges[i] ?? from)}%`,
                  width: `${percent(edges[i + 1] ?? to) - percent(edges[i] ?? from)}%`,
                  background,
                }}
              />
            ))}
          </div>
        )}
        {value.map((_, index) => (
          <PlotThumb key={index} index={index} label={(thumbLabel ?? rangeLabel)(index)} />
        ))}
      </SliderTrack>
      {hasTicks && (
        <div className={styles.ticks} aria-hidden data-figures>
          <span>{formatNumber(from, digits)}</span>
          <span>{formatNumber(to, digits)}</span>
        </div>
      )}
    </Slider>
  )
}
