import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { insightMutations, insightQueries } from '#src/api/insights.ts'
import type { InsightRequest } from '#src/api/insights.ts'
import { paths } from '#src/paths.ts'
import { runMetadata } from './insight-block.ts'
import type { BlockPlace } from './insight-block.ts'
import { madeBy } from './same-run.ts'

/** A run that is not listed this long after its answer failed to come was not started. */
const sureAfterMs = 10_000

/** A request that got no answer, so that only the list can tell whether it runs. `sinceMs`: epoch. */
type Lost = { requestId: string; sinceMs: number }

export type RunState = {
  isSending: boolean
  /** Refused: said in place, and it may be sent again. */
  error: unknown
  /** Sent, and no word of it. `isSure`: it was looked for long enough, and may be sent again. */
  lost: { isSure: boolean; lookError: unknown; giveUp: () => void } | null
  run: (request: InsightRequest, block: BlockPlace) => void
}

/** Runs a block once, whatever a person presses, and finds out what became of a run that got no answer. */
export function useRun(aoiId: string): RunState {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const isBusy = useRef(false)
  const [lost, setLost] = useState<Lost | null>(null)
  const running = useMutation(insightMutations.run(aoiId))
  const opened = (insightId: string) => void navigate(paths.insight(aoiId, insightId), { replace: true })

  const look = useQuery({
    ...insightQueries.ofAoi(aoiId),
    enabled: lost !== null,
    refetchInterval: ({ state }) => (lost && state.dataUpdatedAt - lost.sinceMs > sureAfterMs ? false : 2500),
  })
  const isFresh = lost !== null && look.dataUpdatedAt >= lost.sinceMs
  const found = lost && isFresh ? madeBy(lost.requestId, look.data ?? []) : undefined
  const onFound = useEffectEvent((insightId: string) => {
    void queryClient.invalidateQueries({ queryKey: insightQueries.all() })
    opened(insightId)
  })
  useEffect(() => {
    if (found) onFound(found.id)
  }, [found])

  return {
    isSending: running.isPending,
    error: lost ? null : running.error,
    lost: lost && {
      isSure: look.dataUpdatedAt - lost.sinceMs > sureAfterMs,
      lookError: look.error,
      giveUp: () => {
        setLost(null)
        running.reset()
      },
    },
    run: (request, block) => {
      // A second press comes before the first has rendered.
      if (isBusy.current || lost) return
      isBusy.current = true
      const requestId = `${Date.now()}-${Math.random().toString(36).slice(2)}`
      running.mutate(
        { ...request, metadata: { ...request.metadata, ...runMetadata(block, requestId) } },
        {
          onSuccess: opened,
          onError: (error) => {
            // A refusal is an answer. Silence, or a failing server, may have started the run all the same.
            if (!(error instanceof ApiError) || error.status >= 500) setLost({ requestId, sinceMs: Date.now() })
          },
          onSettled: () => {
            isBusy.current = false
          },
        },
      )
    },
  }
}
