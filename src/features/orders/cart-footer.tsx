import { formatNumber } from '#src/ui/data/format-number.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import styles from './cart.module.css'
import type { Quote } from './use-quote.ts'
import type { SubmissionState } from './use-submission.ts'

type CartFooterProps = {
  quote: Quote
  submission: SubmissionState
  /** What is to be done before there can be a price. */
  missing: string | undefined
  onSubmit: () => void
}

/** The price, and beside it the button that spends it; it can be pressed only while the price is of what stands above. */
export function CartFooter({ quote, submission, missing, onSubmit }: CartFooterProps) {
  const total = quote.order?.total_amount ?? undefined
  const isReady = quote.isCurrent && total !== undefined && submission.unknown === null
  return (
    <div className={styles.footer}>
      <div aria-live="polite" className={styles.total}>
        <span className={styles.totalLabel}>{missing ?? 'Total'}</span>
        {!missing && (
          <span className={quote.isCurrent ? styles.amount : styles.staleAmount}>
            {total === undefined && quote.isAsking ? <SkeletonText width="5em" /> : <Tokens amount={total} isStrong />}
          </span>
        )}
      </div>
      <Button tone="primary" isDisabled={!isReady} isPending={submission.isSending} onPress={onSubmit}>
        {isReady && total !== undefined
          ? `Order for ${formatNumber(total)} ${total === 1 ? 'token' : 'tokens'}`
          : 'Order'}
      </Button>
    </div>
  )
}
