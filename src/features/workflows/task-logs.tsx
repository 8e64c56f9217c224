import type { LogLine } from '#src/api/job-answers.ts'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import styles from './workflows.module.css'

/** What a step had to say while it ran. */
export function TaskLogs({ logs }: { logs: readonly LogLine[] }) {
  return (
    <ol className={styles.logs} aria-label="Log">
      {logs.map(({ time, message }, index) => (
        <li key={index} className={styles.log}>
          {time ? <UtcTime value={time} show="second" /> : <span />}
          <span>{message}</span>
        </li>
      ))}
    </ol>
  )
}
