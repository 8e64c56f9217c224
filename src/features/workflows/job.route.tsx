import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { isRunSettled } from '#src/api/job-answers.ts'
import type { Run } from '#src/api/job-answers.ts'
import { jobQueries } from '#src/api/jobs.ts'
import { workflowQueries } from '#src/api/workflows.ts'
import { readResultSettings, writeResultSettings } from '#src/blocks/results/result-settings.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { paths } from '#src/paths.ts'
import { stateWords } from '#src/states/state-words.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { RunAreaLayer } from './aoi-link.tsx'
import { readTask, writeTask } from './job-search-params.ts'
import { RunGraph } from './run-graph.tsx'
import { RunOverview } from './run-overview.tsx'
import { RunProgress } from './run-progress.tsx'
import { TaskDetails } from './task-details.tsx'
import { graphOfTasks, readSpec } from './workflow-graph.ts'

/** One run of a workflow: how its steps go, and what each of them made. */
export function Component() {
  const { id: workflowId = '', job: jobId = '' } = useParams()
  const navigate = useNavigate()
  const [widthPx, setWidthPx] = useState(440)
  const query = useQuery(jobQueries.detail(workflowId, jobId))
  const { data: run } = query
  const { data: workflow } = useQuery(workflowQueries.detail(workflowId))
  const name = workflow?.name || 'Workflow'
  const [search, setSearch] = useSearchParams()
  const show = (taskId: string | null, output?: string) => setSearch(writeTask(taskId, output), { replace: true })
  const graph = useGraph(run)
  const label = `${name}, run of ${run?.createdAt?.slice(0, 16).replace('T', ' ') ?? jobId.slice(0, 8)}`
  const hasFiles = run?.tasks.some(({ results }) => results.length > 0) ?? false
  const task = run?.tasks.find(({ id }) => id === readTask(search))
  return (
    <Panel
      title={name}
      subtitle={
        run && (
          <>
            Run of <UtcTime value={run.createdAt ?? undefined} />
          </>
        )
      }
      badge={run && <StatusBadge look="pill" {...stateWords(run.status)} />}
      onBack={() => void navigate(paths.workflow(workflowId))}
      widthPx={widthPx}
      onWidthChange={setWidthPx}
      isFlush
      toolbar={
        run &&
        graph && (
          <>
            {run.tasks.length > 0 && <RunProgress run={run} />}
            <RunGraph
              label={`Steps of the run of ${name}`}
              {...{ run, graph }}
              selected={task?.id ?? null}
              onSelect={(id) => show(id)}
            />
          </>
        )
      }
      footer={
        run &&
        isRunSettled(run) && (
          <>
            <LinkButton tone="quiet" href={paths.workflow(workflowId)}>
              Run again
            </LinkButton>
            {hasFiles && (
              <DownloadButton
                tone="primary"
                source={{ kind: 'job', workflowId, jobId }}
                label={label}
                words="Download all results"
              />
            )}
          </>
        )
      }
    >
      {run && <RunAreaLayer run={run} />}
      <title>{`${name}, run – Swath`}</title>
      <NoAnswer query={query} loading="Loading the run" rows={8} />
      {run && task && graph && (
        <TaskDetails
          key={task.id}
          {...{ workflowId, run, task, graph }}
          label={`${label}: ${task.name}`}
          settings={readResultSettings(search)}
          onChange={(change) => setSearch((now) => writeResultSettings(now, change), { replace: true })}
          onClose={() => show(null)}
          onRefresh={query.refetch}
        />
      )}
      {run && !task && <RunOverview run={run} graph={graph} onShow={show} />}
    </Panel>
  )
}

/** Of the tasks; of the plan when the run ended before it had any. The same object while neither changes. */
function useGraph(run: Run | undefined) {
  const key = JSON.stringify([run?.spec ?? null, run?.tasks.map(({ id, name, dependsOn }) => [id, name, dependsOn])])
  return useMemo(() => {
    if (!run) return null
    const spec = readSpec(run.spec)
    return run.tasks.length > 0 ? graphOfTasks(run.tasks, spec) : spec
    // Asked again every second, and mostly the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
}
