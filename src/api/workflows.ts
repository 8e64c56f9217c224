import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './session.ts'

export type WorkflowFilter = { name?: string; projectId?: string | null; index: number; size: number }

export const workflowQueries = {
  all: () => ['workflows'] as const,

  /** One page, the newest first. The list tells neither graph nor cost. */
  list: ({ name, projectId, index, size }: WorkflowFilter) =>
    queryOptions({
      queryKey: [...workflowQueries.all(), 'list', { name, projectId, index, size }],
      queryFn: ({ signal }) =>
        api.workflows.listWorkflows(
          {
            query: {
              offset: index * size,
              limit: size,
              ...(name && { name }),
              ...(projectId && { project_id: projectId }),
            },
          },
          { signal },
        ),
      placeholderData: keepPreviousData,
    }),

  /** One workflow with graph, cost and what is wrong with it. Without its project, that is looked up first. */
  detail: (id: string, knownProjectId?: string | null) =>
    queryOptions({
      queryKey: [...workflowQueries.all(), 'detail', id],
      queryFn: async ({ signal }) => {
        const projectId = knownProjectId || (await projectOf(id, signal))
        const workflow = await api.workflows.getWorkflow(
          { params: { workflow_id: id }, query: { project_id: projectId } },
          { signal },
        )
        return { ...workflow, project_id: workflow.project_id || projectId }
      },
    }),

  /** Tokens a run would cost now. */
  estimate: (id: string) =>
    queryOptions({
      queryKey: [...workflowQueries.all(), 'estimate', id],
      queryFn: async ({ signal }) =>
        (await api.workflows.estimateWorkflow({ params: { workflow_id: id } }, { signal })).estimated_cost,
    }),
}

/** A workflow is asked for with its project, which its address does not tell; only the list finds one by id alone. */
async function projectOf(id: string, signal: AbortSignal): Promise<string> {
  const { workflows } = await api.workflows.listWorkflows({ query: { id, limit: 1 } }, { signal })
  const [found] = workflows
  // An unknown id is left to the service to refuse, in its own words.
  return found?.project_id || found?.legacy_project_id || 'unknown'
}
