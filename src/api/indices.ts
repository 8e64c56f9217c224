import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { NewIndex } from '#src/contract/indices.ts'
import { everyPage } from './every-page.ts'
import { api } from './session.ts'

export const indexQueries = {
  all: () => ['indices'] as const,

  /** Every index of one satellite, preset and custom; of all satellites when none is named. */
  list: (satelliteId?: string) =>
    queryOptions({
      queryKey: [...indexQueries.all(), satelliteId ?? null],
      queryFn: ({ signal }) =>
        everyPage(async (page) => {
          const query = { ...page, ...(satelliteId && { satellite_id: satelliteId }) }
          const { indices, pagination } = await api.indices.listIndices({ query }, { signal })
          return { items: indices, total: pagination?.total }
        }),
      staleTime: 5 * 60_000,
    }),
}

export const indexMutations = {
  create: () =>
    mutationOptions({
      mutationFn: (body: NewIndex) => api.indices.createIndex({ body }),
      meta: { invalidates: [indexQueries.all()], handlesError: true },
    }),
}
