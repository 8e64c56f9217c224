import { useRef, type PointerEvent, type SyntheticEvent } from 'react'
import styles from './timeline.module.css'

type BrushSurfaceProps = {
  /** Where the pointer is, as a share of the width; null: it left. */
  onPoint: (share: number | null) => void
  /** While a stretch is drawn, and when it is. */
  onDraw: (a: number, b: number) => void
  onDrawn: (a: number, b: number) => void
  onCancel: () => void
  /** Pressed without drawing. */
  onPress: (share: number) => void
}

/** A hand that moved less than this only pressed. */
const pressPx = 4

/** Takes a stretch drawn from side to side by mouse, pen or finger. Up and down the panel still scrolls. */
export function BrushSurface({ onPoint, onDraw, onDrawn, onCancel, onPress }: BrushSurfaceProps) {
  const start = useRef<{ share: number; x: number; isDrawing: boolean } | null>(null)
  const shareOf = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return Math.min(1, Math.max(0, (clientX - left) / width))
  }
  // The track under it would take the press for one of its ends.
  const keep = (event: SyntheticEvent) => event.stopPropagation()
  return (
    <div
      role="presentation"
      className={styles.surface}
      onMouseDown={keep}
      onTouchStart={keep}
      onPointerDown={(event) => {
        keep(event)
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { share: shareOf(event), x: event.clientX, isDrawing: false }
      }}
      onPointerMove={(event) => {
        const share = shareOf(event)
        onPoint(share)
        const from = start.current
        if (!from) return
        from.isDrawing ||= Math.abs(event.clientX - from.x) >= pressPx
        if (from.isDrawing) onDraw(from.share, share)
      }}
      onPointerUp={(event) => {
        const from = start.current
        start.current = null
        if (!from) return
        if (from.isDrawing) onDrawn(from.share, shareOf(event))
        else onPress(from.share)
      }}
      onPointerCancel={() => {
        start.current = null
        onCancel()
      }}
      onPointerLeave={() => onPoint(null)}
    />
  )
}
