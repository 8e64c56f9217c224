import { useLayoutEffect, useRef } from 'react'
import { SliderThumb } from 'react-aria-components'
import styles from './timeline.module.css'

/** One end of the stretch. Arrow keys go by days, Page keys further. */
export function DayThumb({ index, label, day }: { index: 0 | 1; label: string; day: string }) {
  const input = useRef<HTMLInputElement>(null)
  // The slider counts days, and would read the count.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', day))
  return <SliderThumb index={index} inputRef={input} aria-label={label} className={styles.thumb} />
}
