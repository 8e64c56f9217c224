import { noticeFor } from '#src/api/errors.ts'
import type { Insight } from '#src/contract/insights.ts'
import { paths } from '#src/paths.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import type { RunState } from './use-run.ts'

/** The same is running already. */
export function RunningTwin({ aoiId, twin }: { aoiId: string; twin: Insight }) {
  return (
    <ErrorNotice
      tone="warn"
      what="The same is running already"
      advice="Running it once more costs as much again and gives the same result."
      actions={
        <LinkButton size="s" href={paths.insight(aoiId, twin.id)}>
          Show it
        </LinkButton>
      }
    />
  )
}

/** A run that got no answer: it is looked for before it may be sent again. */
export function LostRun({ lost }: { lost: NonNullable<RunState['lost']> }) {
  const { isSure, lookError, giveUp } = lost
  if (isSure) {
    return (
      <ErrorNotice
        what="It was not started"
        kept="Nothing was spent, and what you entered is still here."
        actions={
          <Button size="s" onPress={giveUp}>
            Ready to run again
          </Button>
        }
      />
    )
  }
  return (
    <>
      <ErrorNotice
        tone="warn"
        what="No answer came"
        advice={
          lookError
            ? `${noticeFor(lookError).what}; still looking whether it runs.`
            : 'It is being looked for among the insights; wait before you run it again, so that it is paid once.'
        }
      />
      <ProgressBar isBare label="Looking for the run" />
    </>
  )
}
