import { useQuery } from '@tanstack/react-query'
import { Failed } from '#src/answers/failed.tsx'
import type { Run } from '#src/api/job-answers.ts'
import { isRunSettled } from '#src/api/job-answers.ts'
import { jobQueries } from '#src/api/jobs.ts'
import { paths } from '#src/paths.ts'
import { stateWords } from '#src/states/state-words.ts'
import { formatDuration } from '#src/ui/data/format-duration.ts'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import styles from './workflows.module.css'

/** The runs of a workflow, newest first. */
export function RunList({ workflowId }: { workflowId: string }) {
  const { data: runs, error, refetch, isFetching } = useQuery(jobQueries.ofWorkflow(workflowId))
  if (!runs && !error) return <SkeletonRows rows={3} label="Loading the runs" />
  return (
    <>
      <Failed query={{ error, refetch, isFetching }} />
      {runs?.length === 0 && <p className={styles.note}>It was never run. Each run stays here with its results.</p>}
      {runs && runs.length > 0 && (
        <div className={styles.bleed}>
          <List label="Runs">
            {runs.map((run) => (
              <RunRow key={run.id} workflowId={workflowId} run={run} />
            ))}
          </List>
        </div>
      )}
    </>
  )
}

function RunRow({ workflowId, run }: { workflowId: string; run: Run }) {
  const { id, status, createdAt, percent, takenS, costTokens } = run
  const isUnderWay = !isRunSettled(run)
  const words = stateWords(status)
  return (
    <ListRow
      href={paths.job(workflowId, id)}
      title={<UtcTime value={createdAt ?? undefined} />}
      meta={takenS === null ? undefined : `${isUnderWay ? 'for' : 'took'} ${formatDuration(takenS)}`}
      value={
        <span className={styles.stateAndCost}>
          <StatusBadge
            {...words}
            word={isUnderWay && percent !== null ? `${words.word}, ${Math.round(percent)} %` : words.word}
          />
          {costTokens !== null && <Tokens amount={costTokens} />}
        </span>
      }
    />
  )
}
