import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { jobMutations, jobQueries } from '#src/api/jobs.ts'
import { paths } from '#src/paths.ts'
import { createSendGuard } from '#src/send-once/send-guard.ts'
import { useSendOnce } from '#src/send-once/use-send-once.ts'
import type { SendOnceState } from '#src/send-once/use-send-once.ts'

/** The runs there were before: one that is not among them is the one asked for. */
const guard = createSendGuard<readonly string[]>('jobs')

/** By the id of the project. */
export type RunState = SendOnceState<string>

/** Runs a workflow once, goes to the run, and finds out what became of one that got no answer. */
export function useRun(workflowId: string): RunState {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const asking = useMutation(jobMutations.run(workflowId))
  const runs = jobQueries.ofWorkflow(workflowId)
  return useSendOnce({
    guard,
    subject: workflowId,
    remember: async () => (await queryClient.fetchQuery({ ...runs, staleTime: 0 })).map(({ id }) => id),
    send: async (projectId) => (await asking.mutateAsync(projectId)).id,
    list: runs,
    find: (list, knownIds) => list.find(({ id }) => !knownIds.includes(id))?.id,
    stale: jobQueries.all(),
    onOpen: (id) => id && void navigate(paths.job(workflowId, id)),
  })
}
