import type { Insight } from '#src/contract/insights.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'

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
