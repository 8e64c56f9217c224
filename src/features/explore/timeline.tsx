import { useMemo } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import type { Scene } from '#src/scenes/scene.ts'
import styles from './timeline.module.css'
import { clearPercent, timelineBuckets, type Bucket } from './timeline-buckets.ts'
import { words } from './words.ts'

type TimelineProps = {
  scenes: readonly Scene[]
  from: string
  to: string
  /** A bar was pressed: only its days are wanted. */
  onNarrow: (period: { from: string; to: string }) => void
  /** Back to the usual period, when another one is shown. */
  onWiden?: () => void
}

/** How many scenes there are when, with those of little cloud set apart. Arrow keys move between the bars. */
export function Timeline({ scenes, from, to, onNarrow, onWiden }: TimelineProps) {
  const buckets = useMemo(() => timelineBuckets(scenes, from, to), [scenes, from, to])
  const most = Math.max(1, ...buckets.map(({ clear, cloudy }) => clear + cloudy))
  if (buckets.length < 2) return null
  const [first, last] = [buckets[0], buckets.at(-1)]
  return (
    <div className={styles.timeline}>
      <Toolbar aria-label={words.timeline} className={styles.bars}>
        {buckets.map((bucket) => (
          <Bar key={bucket.from} bucket={bucket} most={most} onNarrow={onNarrow} />
        ))}
      </Toolbar>
      <div className={styles.ends} data-figures>
        <span aria-hidden>{first?.from}</span>
        {onWiden ? (
          <Button onPress={onWiden} className={styles.widen}>
            {words.allYear}
          </Button>
        ) : (
          <span aria-hidden className={styles.key}>
            <i className={styles.clear} /> {words.clearKey(clearPercent)} <i className={styles.cloudy} />{' '}
            {words.cloudyKey}
          </span>
        )}
        <span aria-hidden>{last?.to}</span>
      </div>
    </div>
  )
}

type BarProps = { bucket: Bucket; most: number; onNarrow: TimelineProps['onNarrow'] }

function Bar({ bucket: { from, to, clear, cloudy }, most, onNarrow }: BarProps) {
  const text = words.timelineBar(from, to, clear + cloudy, clear, clearPercent)
  return (
    <Button
      aria-label={text}
      isDisabled={clear + cloudy === 0}
      onPress={() => onNarrow({ from, to })}
      className={styles.bar}
    >
      <span className={styles.cloudy} style={{ height: `${(100 * cloudy) / most}%` }} title={text} />
      <span className={styles.clear} style={{ height: `${(100 * clear) / most}%` }} title={text} />
    </Button>
  )
}
