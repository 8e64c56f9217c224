import type { LogLine } from '#src/api/job-answers.ts'
import { formatUtc, localTitle } from '#src/ui/data/format-utc.ts'
import styles from './workflows.module.css'

/** What a step had to say while it ran; the day is that of the run. */
export function TaskLogs({ logs }: { logs: readonly LogLine[] }) {
  return (
    <ol className={styles.logs} aria-label="Log">
      {logs.map(({ time, message }, index) => (
        <li key={index} className={styles.log}>
          <LogTime time={time} />
          <span>{message}</span>
        </li>
      ))}
    </ol>
  )
}

function LogTime({ time }: { time: string | null }) {
  const moment = new Date(time ?? '')
  if (Number.isNaN(moment.getTime())) return <span />
  return (
    <time dateTime={moment.toISOString()} title={`Local time: ${localTitle(moment)}`}>
      {formatUtc(moment, 'second').slice(11)}
    </time>
  )
}
