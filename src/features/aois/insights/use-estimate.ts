import { useQuery } from '@tanstack/react-query'
import { insightQueries } from '#src/api/insights.ts'
import type { InsightRequest } from '#src/api/insights.ts'
import { useSettled } from '#src/ui/use-settled.ts'

const settleMs = 350

export type Estimate = {
  /** Tokens, of exactly what is asked now. */
  cost: number | undefined
  isAsking: boolean
  error: unknown
  retry: () => void
}

/** What a run costs, asked for once its inputs have stayed the same for a moment; null while they are not complete. */
export function useEstimate(aoiId: string, request: InsightRequest | null): Estimate {
  const content = JSON.stringify(request)
  const isSettled = useSettled(content, settleMs) === content
  const asked = isSettled ? request : null
  const { data, error, isFetching, refetch } = useQuery({
    ...insightQueries.estimate(aoiId, asked ?? { block: { version: '-' }, input: [] }),
    enabled: asked !== null,
  })
  const isAsking = request !== null && (!isSettled || isFetching)
  return {
    cost: asked && !error ? data : undefined,
    isAsking,
    error: asked && !isAsking ? error : null,
    retry: () => void refetch(),
  }
}
