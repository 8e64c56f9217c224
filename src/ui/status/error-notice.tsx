import { CircleX, RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { CopyButton } from '../button/copy-button.tsx'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import styles from './error-notice.module.css'

type ErrorNoticeProps = {
  /** What happened, one sentence. */
  what: string
  /** What was not lost. */
  kept?: string
  /** What to do now. */
  advice?: string
  onRetry?: () => void
  isRetrying?: boolean
  /** The server's own words, shown on demand. */
  details?: string
  /** Other ways on, such as a settings link. */
  actions?: ReactNode
  tone?: 'fail' | 'warn'
}

/** Something failed, in the place where its result would have stood. */
export function ErrorNotice(props: ErrorNoticeProps) {
  const { what, kept, advice, onRetry, isRetrying, details, actions, tone = 'fail' } = props
  const Icon = tone === 'fail' ? CircleX : TriangleAlert
  return (
    <div role="alert" className={classNames(styles.notice, styles[tone])}>
      <Icon size={16} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <p className={styles.what}>{what}</p>
        {kept && <p className={styles.more}>{kept}</p>}
        {advice && <p className={styles.more}>{advice}</p>}
        {(onRetry || actions) && (
          <div className={styles.actions}>
            {onRetry && (
              <Button size="s" icon={RotateCw} onPress={onRetry} isPending={isRetrying}>
                {words.retry}
              </Button>
            )}
            {actions}
          </div>
        )}
        {details && (
          <details className={styles.details}>
            <summary>{words.serverWords}</summary>
            <pre tabIndex={0} aria-label={words.serverWords}>
              {details}
            </pre>
            <CopyButton text={details} />
          </details>
        )}
      </div>
    </div>
  )
}
