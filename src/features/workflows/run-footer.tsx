import { useQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { noticeFor } from '#src/api/errors.ts'
import { workflowQueries } from '#src/api/workflows.ts'
import { UnknownOutcome } from '#src/send-once/unknown-outcome.tsx'
import type { OutcomeWords } from '#src/send-once/unknown-outcome.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import type { RunState } from './use-run.ts'
import styles from './workflows.module.css'

type RunFooterProps = { workflow: { id: string; project_id: string }; run: RunState; hasProblems: boolean }

/** What a run costs now, and beside it the button that spends it. */
export function RunFooter({ workflow, run, hasProblems }: RunFooterProps) {
  const estimate = useQuery({ ...workflowQueries.estimate(workflow.id), enabled: !hasProblems })
  const cost = estimate.data
  if (run.unknown) return <UnknownOutcome sending={run.unknown} words={unknownRun} />
  const error = run.error ?? estimate.error
  return (
    <div className={styles.footerParts}>
      {error !== null && !hasProblems && (
        <ErrorNotice
          {...noticeFor(error)}
          kept="Nothing was run."
          {...(!run.error && { onRetry: () => void estimate.refetch(), isRetrying: estimate.isFetching })}
        />
      )}
      <div className={styles.footer}>
        <div aria-live="polite" className={styles.estimate}>
          {hasProblems ? (
            <span className={styles.note}>Can be run once its problems are mended</span>
          ) : (
            <>
              <span className={styles.note}>A run costs</span>
              {cost === undefined ? (
                estimate.isFetching ? (
                  <SkeletonText width="5em" />
                ) : (
                  '–'
                )
              ) : (
                <Tokens amount={cost} isStrong />
              )}
            </>
          )}
        </div>
        <Button
          tone="primary"
          icon={Play}
          isDisabled={hasProblems || cost === undefined}
          isPending={run.isSending}
          onPress={() => run.send(workflow.project_id)}
        >
          {cost === undefined || hasProblems
            ? 'Run'
            : `Run for ${formatNumber(cost)} ${cost === 1 ? 'token' : 'tokens'}`}
        </Button>
      </div>
    </div>
  )
}

const unknownRun: OutcomeWords = {
  unknown: 'We do not know whether the run began.',
  unknownKept: 'It was sent, and no answer came. The newest runs are being looked through before it can be sent again.',
  looking: 'Looking for the run',
  listFailed: 'The list of runs can not be read either.',
  not: 'The run did not begin.',
  notKept: 'It is not among the runs of this workflow, and nothing was spent.',
  back: 'Back to running it',
}
