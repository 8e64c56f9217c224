import { Fragment } from 'react'
import { words } from '../words.ts'
import styles from './utc-time.module.css'
import { formatUtc, localTitle, type UtcPart } from './format-utc.ts'

type UtcTimeProps = {
  /** RFC 3339 text, or a Date. */
  value: string | Date | undefined
  show?: UtcPart
}

/** A moment in UTC; the reader's own time on hover. */
export function UtcTime({ value, show = 'minute' }: UtcTimeProps) {
  const moment = value === undefined ? undefined : new Date(value)
  if (!moment || Number.isNaN(moment.getTime())) return <span className={styles.zone}>–</span>
  return (
    <time dateTime={moment.toISOString()} title={`${words.localTime}: ${localTitle(moment)}`} className={styles.time}>
      {formatUtc(moment, show)
        .split('-')
        .map((part, index) => (
          <Fragment key={index}>
            {index > 0 && <span className={styles.hyphen}>-</span>}
            {part}
          </Fragment>
        ))}
      {show !== 'day' && <span className={styles.zone}> UTC</span>}
    </time>
  )
}
