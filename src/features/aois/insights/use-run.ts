import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { insightMutations, insightQueries } from '#src/api/insights.ts'
import type { InsightRequest } from '#src/api/insights.ts'
import { paths } from '#src/paths.ts'
import { createSendGuard } from '#src/send-once/send-guard.ts'
import { useSendOnce } from '#src/send-once/use-send-once.ts'
import type { SendOnceState } from '#src/send-once/use-send-once.ts'
import { runMetadata } from './insight-block.ts'
import type { BlockPlace } from './insight-block.ts'
import { madeBy } from './same-run.ts'

/** The request's own mark, which the insight carries. */
const guard = createSendGuard<string>('insights')

export type RunRequest = InsightRequest & { block: BlockPlace }

/** Runs a block once, whatever a person presses, and finds out what became of a run that got no answer. */
export function useRun(aoiId: string): SendOnceState<RunRequest> {
  const navigate = useNavigate()
  const running = useMutation(insightMutations.run(aoiId))
  return useSendOnce({
    guard,
    subject: aoiId,
    remember: () => `${Date.now()}-${Math.random().toString(36).slice(2)}`,
    send: (request, mark) =>
      running.mutateAsync({ ...request, metadata: { ...request.metadata, ...runMetadata(request.block, mark) } }),
    list: insightQueries.ofAoi(aoiId),
    find: (insights, mark) => madeBy(mark, insights)?.id,
    stale: insightQueries.all(),
    onOpen: (id) => id && void navigate(paths.insight(aoiId, id), { replace: true }),
  })
}
