import { useQuery } from '@tanstack/react-query'
import { Search, Workflow as WorkflowIcon } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { useChosenProject } from '#src/api/project-choice.ts'
import { projectQueries } from '#src/api/projects.ts'
import { workflowQueries } from '#src/api/workflows.ts'
import { List } from '#src/ui/data/list.tsx'
import { Pager } from '#src/ui/data/pager.tsx'
import { SearchField } from '#src/ui/field/search-field.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { WorkflowRow } from './workflow-row.tsx'
import { readWorkflowsParams, writeWorkflowsParams } from './workflows-search-params.ts'
import styles from './workflows.module.css'

const size = 25

/** Every workflow of the project: what it does, what it costs, how its last run went. */
export function Component() {
  const [search, setSearch] = useSearchParams()
  const { q, page } = readWorkflowsParams(search)
  const projectId = useChosenProject()
  const query = useQuery(workflowQueries.list({ name: q, projectId, index: page - 1, size }))
  const projects = useQuery(projectQueries.list())
  const projectNames = new Map(projects.data?.projects.map(({ id, title, name }) => [id, title || name]))
  const { data, isPlaceholderData } = query
  const isEmpty = data?.workflows.length === 0
  return (
    <Panel
      title="Workflows"
      widthPx={400}
      isFlush
      toolbar={
        (q !== '' || !isEmpty) && (
          <SearchField
            label="Search workflows by name"
            value={q}
            onChange={(text) => setSearch(writeWorkflowsParams({ q: text, page: 1 }), { replace: true })}
          />
        )
      }
    >
      <title>Workflows – Swath</title>
      <NoAnswer query={query} loading="Loading workflows" rows={6} look="tall" />
      {isEmpty &&
        (q ? (
          <EmptyState icon={Search}>No workflow has “{q}” in its name.</EmptyState>
        ) : (
          <EmptyState icon={WorkflowIcon}>
            {projectId
              ? 'This project has no workflow. They are drawn in the service’s own editor and can be run here.'
              : 'There is no workflow yet. They are drawn in the service’s own editor and can be run here.'}
          </EmptyState>
        ))}
      {data && !isEmpty && (
        <div className={isPlaceholderData ? styles.stale : undefined}>
          <List label="Workflows">
            {data.workflows.map((workflow) => (
              <WorkflowRow
                key={workflow.id}
                workflow={workflow}
                projectName={projectId ? undefined : projectNames.get(workflow.project_id ?? '')}
              />
            ))}
          </List>
          {(page > 1 || data.workflows.length === size) && (
            <div className={styles.pager}>
              <Pager
                things="workflows"
                index={page - 1}
                size={size}
                total={data.pagination?.total ?? undefined}
                shown={data.workflows.length}
                onChange={(index) => setSearch(writeWorkflowsParams({ q, page: index + 1 }))}
              />
            </div>
          )}
        </div>
      )}
    </Panel>
  )
}
