import { useState } from 'react'
import { Label, Slider, SliderThumb, SliderTrack, VisuallyHidden } from 'react-aria-components'
import { formatNumber } from '../data/format-number.ts'
import { words } from '../words.ts'
import { histogramPath, niceScale } from './range-scale.ts'
import styles from './range-histogram.module.css'

export type Histogram = { from: number; to: number; counts: ArrayLike<number> }

type RangeHistogramProps = {
  /** Accessible name, as "Range of NDVI". */
  label: string
  /** Absent while it is being counted: the place is kept. */
  histogram: Histogram | undefined
  value: readonly [number, number]
  /** On every movement. */
  onChange: (value: [number, number]) => void
  /** CSS colours from the lower to the upper end; below and above lie the first and the last. */
  colours?: readonly string[]
  /** Of the bars, as that of a channel. */
  barColour?: string
  heightPx?: number
  isDisabled?: boolean
}

/** How values spread, with the two ends of a range to drag over them. Arrow keys step, Page keys leap. */
export function RangeHistogram(props: RangeHistogramProps) {
  const { label, histogram, value, onChange, colours, barColour, heightPx = 48, isDisabled } = props
  // While a hand drags, the axis keeps still under it.
  const [held, setHeld] = useState<ReturnType<typeof niceScale>>()
  const { from, to, step, digits } = held ?? niceScale(histogram, value)
  const place = (at: number) => `${(100 * (at - from)) / (to - from)}%`
  const [low, high] = value
  const round = (next: number) => Number(next.toFixed(digits))
  return (
    <Slider
      value={[low, high]}
      minValue={from}
      maxValue={to}
      step={step}
      isDisabled={isDisabled}
      onChange={([nextLow = low, nextHigh = high]) => {
        setHeld((known) => known ?? { from, to, step, digits })
        if (nextLow < nextHigh) onChange([round(nextLow), round(nextHigh)])
      }}
      onChangeEnd={() => setHeld(undefined)}
      className={styles.slider}
    >
      <VisuallyHidden>
        <Label>{label}</Label>
      </VisuallyHidden>
      <SliderTrack className={styles.track} style={{ height: heightPx + (colours ? 10 : 0) }}>
        <div className={styles.plot} style={{ height: heightPx }} aria-hidden>
          {histogram && (
            <svg
              className={styles.bars}
              viewBox={`0 0 ${histogram.counts.length} 1`}
              preserveAspectRatio="none"
              style={{
                left: place(histogram.from),
                width: `${(100 * (histogram.to - histogram.from)) / (to - from)}%`,
                fill: barColour,
              }}
            >
              <path d={histogramPath(histogram.counts)} />
            </svg>
          )}
          <div className={styles.outside} style={{ left: 0, width: place(low) }} />
          <div className={styles.outside} style={{ left: place(high), right: 0 }} />
        </div>
        {colours && (
          <div className={styles.ramp} aria-hidden>
            <span style={{ left: 0, width: place(low), background: colours[0] }} />
            <span
              style={{
                left: place(low),
                width: `${(100 * (high - low)) / (to - from)}%`,
                background: `linear-gradient(90deg, ${colours.join(', ')})`,
              }}
            />
            <span style={{ left: place(high), right: 0, background: colours.at(-1) }} />
          </div>
        )}
        {[0, 1].map((index) => (
          <SliderThumb
            key={index}
            index={index}
            aria-label={index === 0 ? words.minimum : words.maximum}
            className={styles.thumb}
          />
        ))}
      </SliderTrack>
      <div className={styles.ticks} aria-hidden data-figures>
        <span>{formatNumber(from, digits)}</span>
        <span>{formatNumber(to, digits)}</span>
      </div>
    </Slider>
  )
}
