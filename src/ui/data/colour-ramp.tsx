import { formatNumber } from './format-number.ts'
import styles from './colour-ramp.module.css'

type ColourRampProps = {
  /** Accessible name, as "NDVI, viridis". */
  label: string
  /** Two or more CSS colours, evenly spaced from `min` to `max`. */
  colours: readonly string[]
  min: number
  max: number
  unit?: string
  digits?: number
  /** Flat steps instead of a gradient. */
  isStepped?: boolean
  /** Heights drawn over the ramp, any scale: the histogram of the result. */
  histogram?: readonly number[]
}

/** A colour map with its ends, optionally under the histogram of what it colours. */
export function ColourRamp(props: ColourRampProps) {
  const { label, colours, min, max, unit, digits = 2, isStepped = false, histogram } = props
  const [low, middle, high] = [min, (min + max) / 2, max].map((value) => formatNumber(value, digits))
  const summary = `${label}: ${low} to ${high}${unit ? ` ${unit}` : ''}`
  return (
    <figure className={styles.ramp} role="img" aria-label={summary}>
      {histogram && <Histogram counts={histogram} />}
      <div className={styles.bar} style={{ background: `linear-gradient(90deg, ${stops(colours, isStepped)})` }} />
      <div className={styles.ticks}>
        <span>{low}</span>
        <span>{middle}</span>
        <span>
          {high}
          {unit && <span className={styles.unit}>{unit}</span>}
        </span>
      </div>
    </figure>
  )
}

function Histogram({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts)
  const steps = counts.map((count, index) => `L${index},${1 - count / most}L${index + 1},${1 - count / most}`).join('')
  return (
    <svg className={styles.histogram} viewBox={`0 0 ${counts.length} 1`} preserveAspectRatio="none">
      <path d={`M0,1${steps}L${counts.length},1Z`} />
    </svg>
  )
}

/** CSS gradient stops: `a, b, c` for a gradient, `a 0% 33%, b 33% 66%, …` for steps. */
function stops(colours: readonly string[], isStepped: boolean): string {
  if (!isStepped) return colours.join(', ')
  const width = 100 / colours.length
  return colours.map((colour, index) => `${colour} ${index * width}% ${(index + 1) * width}%`).join(', ')
}
