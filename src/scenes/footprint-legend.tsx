import type { FootprintColours } from './footprint-colours.ts'
import styles from './footprint-legend.module.css'

/** What the colours of outlines mean: one line. */
export function FootprintLegend({ legend }: Pick<FootprintColours, 'legend'>) {
  if (legend.kind === 'ramp') {
    const { label, colours, low, high } = legend
    return (
      <div role="img" aria-label={`${label}: ${low} – ${high}`} data-figures className={styles.legend}>
        <span>{low}</span>
        <span className={styles.ramp} style={{ background: `linear-gradient(90deg, ${colours.join(', ')})` }} />
        <span>{high}</span>
      </div>
    )
  }
  return (
    <ul aria-label={legend.label} className={styles.legend}>
      {legend.items.map(({ label, colour }) => (
        <li key={label} className={styles.item}>
          <span aria-hidden className={styles.swatch} style={{ background: colour }} />
          {label}
        </li>
      ))}
    </ul>
  )
}
