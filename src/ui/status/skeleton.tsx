import { VisuallyHidden } from 'react-aria-components'
import { words } from '../words.ts'
import styles from './skeleton.module.css'

type SkeletonRowsProps = {
  /** What is loading, for screen readers. */
  label?: string
  rows?: number
  /** `tall` has a thumbnail and two lines. */
  look?: 'row' | 'tall'
}

// Uneven widths read as text; the same every time, so nothing jumps between renders.
const widthsPercent = [62, 48, 71, 55, 66, 43, 58]

/** Stands where rows will be, with their height, so that nothing moves when they come. */
export function SkeletonRows({ label = words.loading, rows = 5, look = 'row' }: SkeletonRowsProps) {
  return (
    <div role="status" className={styles.rows}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => {
        const width = widthsPercent[row % widthsPercent.length] ?? 50
        return (
          <div key={row} className={styles[look]} aria-hidden>
            {look === 'tall' && <span className={styles.picture} />}
            <span className={styles.lines}>
              <span className={styles.bar} style={{ width: `${width}%` }} />
              {look === 'tall' && <span className={styles.bar} style={{ width: `${width * 0.6}%` }} />}
            </span>
            <span className={styles.end} />
          </div>
        )
      })}
    </div>
  )
}

/** One bar in place of a value that is still being fetched. */
export function SkeletonText({ width = '6em' }: { width?: string }) {
  return <span className={styles.bar} style={{ width, display: 'inline-block', verticalAlign: 'middle' }} aria-hidden />
}
