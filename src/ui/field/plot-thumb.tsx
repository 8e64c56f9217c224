import type { RefObject } from 'react'
import { SliderThumb } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import styles from './plot-thumb.module.css'

type PlotThumbProps = {
  index: number
  label: string
  /** Leaves the upper half of the plot to what is dragged there. */
  isAtFoot?: boolean
  inputRef?: RefObject<HTMLInputElement | null>
}

/** A thumb of a slider that lies over a plot: a line over its height with a handle at the foot. */
export function PlotThumb({ index, label, isAtFoot = false, inputRef }: PlotThumbProps) {
  return (
    <SliderThumb
      index={index}
      aria-label={label}
      className={classNames(styles.thumb, isAtFoot && styles.atFoot)}
      {...(inputRef && { inputRef })}
    />
  )
}
