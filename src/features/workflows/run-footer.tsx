import { useQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { noticeFor } from '#src/api/errors.ts'
import { workflowQueries } from '#src/api/workflows.ts'
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
  if (run.unknown) return <UnknownOutcome {...run.unknown} />
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
          onPress={() => run.run(workflow.project_id)}
        >
          {cost === undefined || hasProblems
            ? 'Run'
            : `Run for ${formatNumber(cost)} ${cost === 1 ? 'token' : 'tokens'}`}
        </Button>
      </div>
    </div>
  )
}

function UnknownOutcome({ isSure, isLooking, lookError, lookAgain, giveUp }: NonNullable<RunState['unknown']>) {
  if (isSure && !lookError) {
    return (
      <ErrorNotice
        tone="warn"
        what="The run did not begin."
        kept="It is not among the runs of this workflow, and nothing was spent."
        actions={
          <>
            <Button size="s" onPress={giveUp}>
              Back to running it
            </Button>
            <Button size="s" tone="quiet" onPress={lookAgain} isPending={isLooking}>
              Look again
            </Button>
          </>
        }
      />
    )
  }
  return (
    <ErrorNotice
      tone="warn"
      what="We do not know whether the run began."
      kept="It was sent, and no answer came. The newest runs are being looked through before it can be sent again."
      {...(lookError
        ? { advice: 'The list of runs can not be read either.', onRetry: lookAgain, isRetrying: isLooking }
        : {})}
    />
  )
}
