import type { KeyboardEvent } from 'react'
import { classNames } from '#src/ui/class-names.ts'
import styles from './bands.module.css'

export type Handle = {
  id: string
  /** As "Red". */
  label: string
  /** Over the handle, as "R". */
  sign: string
  /** Beside the sign, as "647". */
  detail?: string
  /** Index of the band it stands at. */
  band: number
  colour?: string
}

type BandHandleProps = {
  handle: Handle
  /** 0 to 1 */
  place: number
  /** Place among the bands by wavelength, from 1. */
  position: number
  count: number
  /** The next handle is so near that only the sign has room, until a hand or the keyboard is here. */
  isTight: boolean
  /** As "B074, 855.5 nm". */
  meaning: string
  onStep: (by: number) => void
  onEnd: (end: 'first' | 'last') => void
}

/** One band, held: arrow keys go to the next, Page keys leap by ten. */
export function BandHandle({ handle, place, position, count, isTight, meaning, onStep, onEnd }: BandHandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 10,
      PageDown: -10,
    }
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Home' && event.key !== 'End') return
    event.preventDefault()
    if (step === undefined) onEnd(event.key === 'Home' ? 'first' : 'last')
    else onStep(step)
  }
  // Near the right edge the words go to the other side.
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={handle.label}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={position}
      aria-valuetext={meaning}
      data-handle={handle.id}
      className={classNames(styles.handle, place > 0.9 && styles.turned)}
      data-tight={isTight || undefined}
      style={{ left: `${place * 100}%`, color: handle.colour }}
      onKeyDown={onKeyDown}
    >
      <span className={styles.sign}>
        {handle.sign}
        {handle.detail && <span className={styles.detail}> {handle.detail}</span>}
      </span>
    </div>
  )
}
