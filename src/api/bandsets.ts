import { queryOptions } from '@tanstack/react-query'
import { api } from './session.ts'

export const bandsetQueries = {
  all: () => ['bandsets'] as const,
  list: () =>
    queryOptions({
      queryKey: [...bandsetQueries.all(), 'list'],
      queryFn: ({ signal }) => api.bandsets.listBandsets({}, { signal }),
      staleTime: 60 * 60_000,
    }),
}
