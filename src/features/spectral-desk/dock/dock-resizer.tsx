import { useRef } from 'react'
import styles from './dock.module.css'

const minPx = 140
const stepPx = 16

type DockResizerProps = { heightPx: number; onHeightChange: (heightPx: number) => void }

/** The upper edge of the dock: drag it, or focus it and use the arrow keys. */
export function DockResizer({ heightPx, onHeightChange }: DockResizerProps) {
  const drag = useRef<{ y: number; heightPx: number }>(undefined)
  const maxPx = Math.round(window.innerHeight * 0.7)
  const set = (next: number) => onHeightChange(Math.round(Math.min(maxPx, Math.max(minPx, next))))
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the charts"
      aria-valuenow={heightPx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      className={styles.resizer}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { y: event.clientY, heightPx }
      }}
      onPointerMove={(event) => {
        if (drag.current) set(drag.current.heightPx - event.clientY + drag.current.y)
      }}
      onPointerUp={() => (drag.current = undefined)}
      onPointerCancel={() => (drag.current = undefined)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') set(heightPx + stepPx)
        if (event.key === 'ArrowDown') set(heightPx - stepPx)
      }}
    />
  )
}
