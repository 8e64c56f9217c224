import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { jobMutations, jobQueries } from '#src/api/jobs.ts'
import { paths } from '#src/paths.ts'
import { createRunGuard } from './run-guard.ts'

const guard = createRunGuard(() => sessionStorage)

/** A run that is not in the list this long after its answer failed to come did not begin. */
const sureAfterMs = 10_000

export type RunState = {
  run: (projectId: string) => void
  isSending: boolean
  /** Refused, or not even sent: it may be asked for again. */
  error: unknown
  /** Sent, and no word of it. `isSure`: it was looked for long enough. */
  unknown: { isSure: boolean; isLooking: boolean; lookError: unknown; lookAgain: () => void; giveUp: () => void } | null
}

/** Runs a workflow once, goes to the run, and finds out what became of one that got no answer. */
export function useRun(workflowId: string): RunState {
  const asked = useSyncExternalStore(guard.subscribe, guard.snapshot)[workflowId]
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const runs = jobQueries.ofWorkflow(workflowId)
  const goTo = (jobId: string) => void navigate(paths.job(workflowId, jobId))

  const asking = useMutation({ ...jobMutations.run(workflowId) })
  const running = useMutation({
    meta: { handlesError: true },
    mutationFn: async (projectId: string) => {
      try {
        const before = await queryClient.fetchQuery({ ...runs, staleTime: 0 })
        guard.send(
          workflowId,
          before.map(({ id }) => id),
        )
      } catch (error) {
        guard.end(workflowId)
        throw error
      }
      try {
        const run = await asking.mutateAsync(projectId)
        guard.end(workflowId)
        return run
      } catch (error) {
        // A refusal is an answer. Silence, a broken answer or a failing server may have begun the run all the same.
        if (error instanceof ApiError && error.status < 500) guard.end(workflowId)
        else guard.markUnknown(workflowId)
        throw error
      }
    },
  })

  const unknown = asked?.state === 'unknown' ? asked : null
  const look = useQuery({
    ...runs,
    enabled: unknown !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (unknown && state.dataUpdatedAt - unknown.changedMs > sureAfterMs ? false : 2500),
  })
  const isFresh = unknown !== null && look.dataUpdatedAt >= unknown.changedMs
  const found = isFresh ? look.data?.find(({ id }) => !unknown.knownIds.includes(id)) : undefined
  const onFound = useEffectEvent((jobId: string) => {
    guard.end(workflowId)
    goTo(jobId)
  })
  useEffect(() => {
    if (found) onFound(found.id)
  }, [found])

  return {
    run: (projectId) => {
      // Only while the screen stands: who went elsewhere meanwhile stays there.
      if (guard.begin(workflowId)) running.mutate(projectId, { onSuccess: ({ id }) => goTo(id) })
    },
    isSending: asked !== undefined && asked.state !== 'unknown',
    error: unknown ? null : running.error,
    unknown: unknown && {
      isSure: look.dataUpdatedAt - unknown.changedMs > sureAfterMs,
      isLooking: look.isFetching,
      lookError: look.error,
      lookAgain: () => void look.refetch(),
      giveUp: () => {
        guard.end(workflowId)
        running.reset()
      },
    },
  }
}
