import type { ReactNode } from 'react'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { feasibilityWords } from './order-words.ts'
import styles from './order-form.module.css'
import type { Quote } from './use-quote.ts'
import type { SubmissionState } from './use-submission.ts'

type OrderFooterProps = {
  quote: Quote
  submission: SubmissionState
  /** What keeps it from being priced or placed. */
  trouble: ReactNode
  /** What is to be done before there can be a price. */
  missing: string | undefined
  /** Of a new picture: how likely it can be taken, in the service's word. */
  likelihood?: string | null
  /** Another way on, before the button that spends; then both have a line of their own. */
  children?: ReactNode
  /** Says beside the fields what is missing. Without it the button can not be pressed before there is a price. */
  onMissing?: () => void
  onSubmit: () => void
}

/** The price, and beside it the button that spends it; it spends only while the price is of what stands above. */
export function OrderFooter(props: OrderFooterProps) {
  const { quote, submission, trouble, missing, likelihood, children, onMissing, onSubmit } = props
  const total = quote.order?.total_amount ?? undefined
  const isReady = quote.isCurrent && total !== undefined && submission.unknown === null
  const canTell = missing !== undefined && onMissing !== undefined && submission.unknown === null
  return (
    <div className={styles.footer}>
      {trouble}
      <div className={children ? styles.tallSum : styles.sum}>
        <div aria-live="polite" className={styles.total}>
          <span className={styles.totalLabel}>
            {missing ?? 'Total'}
            {!missing && likelihood && <StatusBadge {...feasibilityWords(likelihood)} />}
          </span>
          {!missing && (
            <span className={quote.isCurrent ? styles.amount : styles.staleAmount}>
              {total === undefined && quote.isAsking ? (
                <SkeletonText width="5em" />
              ) : (
                <Tokens amount={total} isStrong />
              )}
            </span>
          )}
        </div>
        <div className={styles.buttons}>
          {children}
          <Button
            tone="primary"
            isWide={children !== undefined}
            isDisabled={!isReady && !canTell}
            isPending={submission.isSending}
            onPress={() => (canTell ? onMissing() : onSubmit())}
          >
            {isReady && !missing
              ? `Order ${likelihood === 'FAILED' ? 'anyway ' : ''}for ${formatNumber(total)} ${total === 1 ? 'token' : 'tokens'}`
              : 'Order'}
          </Button>
        </div>
      </div>
    </div>
  )
}
