import { Label, Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import { formatNumber } from '../data/format-number.ts'
import { words } from '../words.ts'
import styles from './slider.module.css'

type SliderProps<Value extends number | readonly [number, number]> = {
  label: string
  /** One thumb for a number, two for a pair. */
  value: Value
  /** On every movement: for what repaints in a frame. */
  onChange: (value: Value) => void
  /** Once, when the hand lets go: for what asks a server. */
  onChangeEnd?: (value: Value) => void
  min: number
  max: number
  step?: number
  unit?: string
  /** Decimals of the value shown. */
  digits?: number
  isDisabled?: boolean
}

/** A value, or a range, picked by hand with the figure beside it. Arrow keys step, Page keys leap. */
export function Slider<Value extends number | readonly [number, number]>(props: SliderProps<Value>) {
  const { label, value, onChange, onChangeEnd, min, max, step = 1, unit, digits = 0, isDisabled } = props
  const isPair = typeof value !== 'number'
  const values: readonly number[] = typeof value === 'number' ? [value] : value
  // React Aria gives back as many values as it was given.
  const report = (next: number[]) => (isPair ? [next[0], next[1]] : next[0]) as Value
  return (
    <AriaSlider
      value={[...values]}
      onChange={(next) => onChange(report(next))}
      onChangeEnd={(next) => onChangeEnd?.(report(next))}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={isDisabled}
      className={styles.slider}
    >
      <Label className={styles.label}>{label}</Label>
      <SliderOutput className={styles.value}>
        {values.map((end) => formatNumber(end, digits, true)).join(' – ')}
        {unit && <span className={styles.unit}>{unit}</span>}
      </SliderOutput>
      <SliderTrack className={styles.track}>
        {({ state }) => {
          const start = isPair ? state.getThumbPercent(0) : 0
          const end = state.getThumbPercent(isPair ? 1 : 0)
          return (
            <>
              <div className={styles.rail} />
              <div className={styles.fill} style={{ left: `${start * 100}%`, width: `${(end - start) * 100}%` }} />
              {values.map((_, index) => (
                <SliderThumb
                  key={index}
                  index={index}
                  aria-label={isPair ? (index === 0 ? words.minimum : words.maximum) : undefined}
                  className={styles.thumb}
                />
              ))}
            </>
          )
        }}
      </SliderTrack>
    </AriaSlider>
  )
}
