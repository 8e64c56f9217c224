import type { KeyboardEvent, PointerEvent } from 'react'
import type { TimePoint } from './time-series.ts'
import styles from './time.module.css'
import { words } from './words.ts'

type DateStripProps = {
  /** The oldest first. */
  points: readonly TimePoint[]
  at: number
  onChange: (at: number) => void
}

/** All dates side by side, the one on the map marked: press or drag, or go through them with the arrow keys. */
export function DateStrip({ points, at, onChange }: DateStripProps) {
  const last = points.length - 1
  const go = (next: number) => onChange(Math.min(last, Math.max(0, next)))
  const onKeyDown = (event: KeyboardEvent) => {
    const target: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - 10,
      PageUp: at + 10,
      Home: 0,
      End: last,
    }
    const next = target[event.key]
    if (next === undefined) return
    event.preventDefault()
    go(next)
  }
  const goToPointer = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    go(Math.floor(((event.clientX - left) / width) * points.length))
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={words.strip}
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={at + 1}
      aria-valuetext={points[at]?.date.label ?? ''}
      className={styles.strip}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        goToPointer(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && goToPointer(event)}
    >
      {points.map(({ date, state }, i) => (
        <span
          key={date.id}
          title={date.label}
          className={styles.tick}
          data-state={state.kind}
          data-shown={i === at || undefined}
          aria-hidden
        />
      ))}
    </div>
  )
}
