import { useRef } from 'react'
import { words } from '../words.ts'
import styles from './panel.module.css'

const minPx = 280
const maxPx = 720
const stepPx = 16

type PanelResizerProps = { widthPx: number; onWidthChange: (widthPx: number) => void }

/** The right edge of a panel: drag it, or focus it and use the arrow keys. */
export function PanelResizer({ widthPx, onWidthChange }: PanelResizerProps) {
  const drag = useRef<{ x: number; widthPx: number }>(undefined)
  const set = (next: number) => onWidthChange(Math.round(Math.min(maxPx, Math.max(minPx, next))))
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={words.resizePanel}
      aria-valuenow={widthPx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      className={styles.resizer}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, widthPx }
      }}
      onPointerMove={(event) => {
        if (drag.current) set(drag.current.widthPx + event.clientX - drag.current.x)
      }}
      onPointerUp={() => (drag.current = undefined)}
      onPointerCancel={() => (drag.current = undefined)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(widthPx - stepPx)
        if (event.key === 'ArrowRight') set(widthPx + stepPx)
      }}
    />
  )
}
