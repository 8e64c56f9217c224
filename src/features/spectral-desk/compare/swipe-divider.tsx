import { MoveHorizontal } from 'lucide-react'
import { useRef } from 'react'
import { OverMap } from '#src/map/over-map.tsx'
import { useViewBox } from '#src/map/view-inset.ts'
import { useComparison } from './compare-context.ts'
import styles from './compare.module.css'
import { words } from './words.ts'

const stepPercent = 1
const leapPercent = 10

/** The border of a swipe: drag it, or focus it and use the arrow keys (with Shift by ten), Home and End. */
export function SwipeDivider() {
  const { compare, changeCompare, drag } = useComparison()
  const box = useViewBox()
  const grabbed = useRef<number>(undefined)
  const { divider } = compare
  if (!box) return null
  const within = (percent: number) => Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100
  const letGo = () => {
    grabbed.current = undefined
    drag(undefined)
  }
  return (
    <OverMap>
      <div
        role="slider"
        aria-orientation="horizontal"
        aria-label={words.divider}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(divider)}
        aria-valuetext={words.dividerAt(divider)}
        tabIndex={0}
        className={styles.divider}
        style={{ left: box.left + (box.width * divider) / 100, top: box.top, height: box.height }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          grabbed.current = event.clientX - event.currentTarget.getBoundingClientRect().left
        }}
        onPointerMove={(event) => {
          if (grabbed.current === undefined) return
          const { left = 0 } = event.currentTarget.parentElement?.getBoundingClientRect() ?? {}
          const { offsetWidth } = event.currentTarget
          drag(within((100 * (event.clientX - left - grabbed.current + offsetWidth / 2 - box.left)) / box.width))
        }}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={(event) => {
          const step = event.shiftKey ? leapPercent : stepPercent
          const moved: Readonly<Record<string, number>> = {
            ArrowLeft: divider - step,
            ArrowDown: divider - step,
            ArrowRight: divider + step,
            ArrowUp: divider + step,
            PageDown: divider - leapPercent,
            PageUp: divider + leapPercent,
            Home: 0,
            End: 100,
          }
          const to = moved[event.key]
          if (to === undefined) return
          event.preventDefault()
          changeCompare({ divider: within(to) })
        }}
      >
        <span className={styles.grip} aria-hidden>
          <MoveHorizontal size={14} />
        </span>
      </div>
    </OverMap>
  )
}
