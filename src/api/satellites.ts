import { queryOptions } from '@tanstack/react-query'
import { api } from './session.ts'

export const satelliteQueries = {
  all: () => ['satellites'] as const,
  /** All satellites with their bands and collections. They change with the fleet, not with the day. */
  list: () =>
    queryOptions({
      queryKey: [...satelliteQueries.all(), 'list'],
      queryFn: ({ signal }) => api.satellites.listSatellites(undefined, { signal }),
      staleTime: 60 * 60_000,
    }),
}
