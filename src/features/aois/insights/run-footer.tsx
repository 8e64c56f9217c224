import { formatNumber } from '#src/ui/data/format-number.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { aboutMinutes } from './insight-words.ts'
import styles from './insights.module.css'
import type { Estimate } from './use-estimate.ts'

type RunFooterProps = {
  estimate: Estimate
  /** What is to be done before there can be a price. */
  hint: string | undefined
  /** How long the service expected the last run of this block here to take. */
  expectedMinutes: number | undefined
  isSending: boolean
  isBlocked: boolean
  onRun: () => void
}

/** What a run costs and how long it takes, and beside it the button that spends it. */
export function RunFooter({ estimate, hint, expectedMinutes, isSending, isBlocked, onRun }: RunFooterProps) {
  const { cost, isAsking } = estimate
  const isReady = cost !== undefined && !hint && !isBlocked
  return (
    <div className={styles.footer}>
      <div aria-live="polite" className={styles.cost}>
        {hint ? (
          <span className={styles.note}>{hint}</span>
        ) : (
          <>
            <span>
              {cost === undefined && isAsking ? <SkeletonText width="5em" /> : <Tokens amount={cost} isStrong />}
            </span>
            <span className={styles.note}>
              {expectedMinutes === undefined ? 'Time is told once it runs' : `Takes ${aboutMinutes(expectedMinutes)}`}
            </span>
          </>
        )}
      </div>
      <Button tone="primary" isDisabled={!isReady} isPending={isSending} onPress={onRun}>
        {isReady ? `Run for ${formatNumber(cost)} ${cost === 1 ? 'token' : 'tokens'}` : 'Run'}
      </Button>
    </div>
  )
}
