import { formatUtc } from '#src/ui/data/format-utc.ts'
import type { Tone } from '#src/ui/status/tone.ts'
import styles from './schedule-strip.module.css'

/** When one picture may be taken: epoch ms, the end not included; what became of it where that is known. */
export type ScheduledWindow = { startMs: number; endMs: number; state?: { tone: Tone; word: string } }

type ScheduleStripProps = {
  windows: readonly ScheduledWindow[]
  /** Marked when it lies within. */
  nowMs?: number
}

/** The windows of a recurring item side by side, as long as they are, with the days at both ends. */
export function ScheduleStrip({ windows, nowMs }: ScheduleStripProps) {
  const [first, last] = [windows[0], windows.at(-1)]
  if (!first || !last) return null
  const spanMs = last.endMs - first.startMs
  const percent = (ms: number) => `${(100 * ms) / spanMs}%`
  const isNowShown = nowMs !== undefined && nowMs > first.startMs && nowMs < last.endMs
  return (
    <figure className={styles.figure}>
      <div role="img" aria-label={windows.map((window, i) => titleOf(window, i)).join('; ')} className={styles.strip}>
        {windows.map((window, i) => (
          <span
            key={window.startMs}
            title={titleOf(window, i)}
            style={{ width: percent(window.endMs - window.startMs) }}
            className={styles.window}
            data-tone={window.state?.tone}
          >
            <span className={styles.number}>{windows.length <= 24 && i + 1}</span>
          </span>
        ))}
        {isNowShown && <span className={styles.now} style={{ left: percent(nowMs - first.startMs) }} title="Now" />}
      </div>
      <figcaption className={styles.ends} data-figures>
        <span>{dayOf(first.startMs)}</span>
        <span>{lastDayOf(last.endMs)}</span>
      </figcaption>
    </figure>
  )
}

const dayOf = (ms: number) => formatUtc(new Date(ms), 'day')
/** The day before an end that is not included. */
const lastDayOf = (endMs: number) => dayOf(endMs - 1)

export const daysOf = ({ startMs, endMs }: ScheduledWindow): string => `${dayOf(startMs)} – ${lastDayOf(endMs)}`

function titleOf(window: ScheduledWindow, index: number): string {
  return `${index + 1}: ${daysOf(window)}${window.state ? `, ${window.state.word}` : ''}`
}
