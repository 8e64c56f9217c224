import { sampleColour } from './samples.ts'
import styles from './spectra.module.css'

/** The number in the colour of its line, as on the map; round for a point, square for a region. */
export function SampleBadge({ number, isRegion = false }: { number: number; isRegion?: boolean }) {
  return (
    <span
      className={styles.badge}
      data-region={isRegion || undefined}
      style={{ background: `var(${sampleColour(number)})` }}
      aria-hidden
    >
      {number}
    </span>
  )
}
