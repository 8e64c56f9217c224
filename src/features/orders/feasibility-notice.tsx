import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { feasibilityMeaning } from './feasibility.ts'
import { feasibilityWords } from './order-words.ts'
import styles from './order-form.module.css'

type FeasibilityNoticeProps = {
  status: string | null | undefined
  reason: string | undefined
  /** RFC 3339 */
  checkedAt?: string | null
}

/** How likely a picture can be taken: one word, what it means, and why. */
export function FeasibilityNotice({ status, reason, checkedAt }: FeasibilityNoticeProps) {
  return (
    <div className={styles.feasibility}>
      <span className={styles.feasibilityHead}>
        <StatusBadge look="pill" {...feasibilityWords(status)} />
        <span>{feasibilityMeaning(status)}</span>
      </span>
      {reason && <p className={styles.note}>{reason}</p>}
      {checkedAt && (
        <p className={styles.note}>
          Checked <UtcTime value={checkedAt} />; it may change.
        </p>
      )}
    </div>
  )
}
