import { useQuery } from '@tanstack/react-query'
import { jobQueries } from '#src/api/jobs.ts'
import { workflowQueries } from '#src/api/workflows.ts'
import type { Workflow } from '#src/contract/workflows.ts'
import { paths } from '#src/paths.ts'
import { stateWords } from '#src/states/state-words.ts'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { blockCount, readSpec } from './workflow-graph.ts'
import styles from './workflows.module.css'

type WorkflowRowProps = { workflow: Workflow; projectName: string | null | undefined }

/** The list tells neither blocks nor cost nor runs, so each row asks for its own. */
export function WorkflowRow({ workflow, projectName }: WorkflowRowProps) {
  const { id, name, description, project_id: projectId, legacy_project_id: legacyProjectId } = workflow
  const { data: detail } = useQuery(workflowQueries.detail(id, projectId || legacyProjectId))
  const { data: runs } = useQuery(jobQueries.ofWorkflow(id))
  const graph = readSpec(detail?.spec)
  const [last] = runs ?? []
  const blocks = graph && blockCount(graph)
  const problems = detail?.val_errors?.length ?? 0
  return (
    <ListRow
      href={paths.workflow(id)}
      title={name || id}
      meta={
        <span className={styles.about}>
          {description && <span className={styles.description}>{description}</span>}
          <span className={styles.facts}>
            {[projectName, blocks && (blocks === 1 ? '1 block' : `${blocks} blocks`)].filter(Boolean).join(' · ')}
            {last?.createdAt && (
              <>
                {' · last run '}
                <UtcTime value={last.createdAt} show="day" />
              </>
            )}
            {runs?.length === 0 && ' · never run'}
          </span>
        </span>
      }
      value={
        <span className={styles.stateAndCost}>
          {problems > 0 ? (
            <StatusBadge
              tone="warn"
              word={problems === 1 ? '1 problem' : `${problems} problems`}
              raw={detail?.val_errors?.map(({ reason }) => reason).join('\n')}
            />
          ) : (
            last && <StatusBadge {...stateWords(last.status)} />
          )}
          {detail?.estimated_cost != null && <Tokens amount={detail.estimated_cost} />}
        </span>
      }
    />
  )
}
