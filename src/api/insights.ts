import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { runStatuses } from '#src/contract/insights.ts'
import type { Insight, NewInsight } from '#src/contract/insights.ts'
import { untilSettled } from './polling.ts'
import { api } from './session.ts'

/** What is run: block, inputs, name. Whether it is run or only priced is said by the call. */
export type InsightRequest = Omit<NewInsight, 'estimate'>

const working: readonly string[] = ['running'] satisfies (typeof runStatuses)[number][]
// Not published, but said by neighbours in the API of what has not ended.
const waiting: readonly string[] = ['created', 'pending', 'queued', 'started', 'in_progress', 'processing']

/** Nothing more will happen by itself. */
export const isInsightSettled = ({ status }: Pick<Insight, 'status'>): boolean =>
  !working.includes(status.toLowerCase()) && !waiting.includes(status.toLowerCase())

export const insightQueries = {
  all: () => ['insights'] as const,

  /** Every insight of an AOI, the newest first. The API has no pages here. */
  ofAoi: (aoiId: string) =>
    queryOptions({
      queryKey: [...insightQueries.all(), 'list', aoiId],
      queryFn: async ({ signal }) => (await api.insights.listInsights({ params: { aoiId } }, { signal })).insights,
      refetchInterval: untilSettled((list: Insight[]) => list.every(isInsightSettled)),
    }),

  /** One insight, also a deleted one; null when the AOI has none of this id. */
  detail: (aoiId: string, insightId: string) =>
    queryOptions({
      queryKey: [...insightQueries.all(), 'detail', aoiId, insightId],
      queryFn: async ({ signal }): Promise<Insight | null> => {
        const { insights } = await api.insights.listInsights(
          { params: { aoiId }, query: { id: insightId } },
          { signal },
        )
        return insights.find(({ id }) => id === insightId) ?? null
      },
      refetchInterval: untilSettled((insight: Insight | null) => insight === null || isInsightSettled(insight)),
    }),

  /** Tokens that a run would cost. Runs nothing; what is wrong with the inputs is told by the refusal. */
  estimate: (aoiId: string, request: InsightRequest) =>
    queryOptions({
      // Apart from the insights: running one does not change what others cost.
      queryKey: ['insight-estimates', aoiId, unsigned(request)],
      queryFn: async ({ signal }) => {
        const answer = await api.insights.createInsight(
          { params: { aoi_id: aoiId }, body: { ...request, estimate: true } },
          { signal },
        )
        if (answer.status === 200) return answer.body.estimate
        throw new Error('The service ran the block instead of pricing it.')
      },
      staleTime: 60_000,
    }),
}

/** Files of earlier insights have another signature each time they are listed; what they cost is the same. */
const unsigned = ({ input, ...request }: InsightRequest) => ({
  ...request,
  input: input.map((data) => ({ ...data, ...(data.value && { value: data.value.split('?')[0] }) })),
})

export const insightMutations = {
  /** Spends tokens. Never repeated by itself; `src/send-once` sees that a person does not repeat it either. Gives the id. */
  run: (aoiId: string) =>
    mutationOptions({
      mutationFn: async (request: InsightRequest): Promise<string> => {
        const answer = await api.insights.createInsight({ params: { aoi_id: aoiId }, body: request })
        if (answer.status === 201) return answer.body.id
        throw new Error('The service priced the block instead of running it.')
      },
      meta: { invalidates: [insightQueries.all()], handlesError: true },
    }),

  delete: (aoiId: string) =>
    mutationOptions({
      mutationFn: ({ insightId, projectId }: { insightId: string; projectId: string }) =>
        api.insights.deleteInsight({
          params: { aoi_id: aoiId, insight_id: insightId },
          query: { project_id: projectId },
        }),
      meta: { invalidates: [insightQueries.all()] },
    }),
}
