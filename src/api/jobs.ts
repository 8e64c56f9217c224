import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { isRunSettled, toRun } from './job-answers.ts'
import type { Run } from './job-answers.ts'
import { untilSettled } from './polling.ts'
import { api } from './session.ts'

export const jobQueries = {
  all: () => ['jobs'] as const,

  /** Every run of a workflow, the newest first, without tasks; asked again while one is under way. */
  ofWorkflow: (workflowId: string) =>
    queryOptions({
      queryKey: [...jobQueries.all(), 'list', workflowId],
      queryFn: async ({ signal }) => {
        const { jobs } = await api.jobs.listJobs({ params: { workflow_id: workflowId } }, { signal })
        return jobs.map(toRun).toSorted((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''))
      },
      refetchInterval: untilSettled((runs: Run[]) => runs.every(isRunSettled)),
    }),

  /** One run with its tasks; asked again until it has ended. */
  detail: (workflowId: string, jobId: string) =>
    queryOptions({
      queryKey: [...jobQueries.all(), 'detail', workflowId, jobId],
      queryFn: async ({ signal }) =>
        toRun(await api.jobs.getJob({ params: { workflow_id: workflowId, job_id: jobId } }, { signal })),
      refetchInterval: untilSettled(isRunSettled, { slowestMs: 3000 }),
    }),
}

export const jobMutations = {
  /** Spends tokens. Never repeated by itself; `src/send-once` sees that a person does not repeat it either. */
  run: (workflowId: string) =>
    mutationOptions({
      mutationFn: async (projectId: string) =>
        toRun(await api.jobs.createJob({ params: { workflow_id: workflowId }, query: { project_id: projectId } })),
      meta: { handlesError: true, invalidates: [jobQueries.all()] },
    }),
}
