import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CatalogSearch } from '#src/contract/catalogs.ts'
import { api } from './session.ts'

/** The service answers two when nothing is said, so a number is always said. */
export type CatalogQuery = CatalogSearch & { limit: number }

export const catalogQueries = {
  all: () => ['catalogs'] as const,

  search: (search: CatalogQuery) =>
    queryOptions({
      queryKey: [...catalogQueries.all(), 'search', search],
      queryFn: ({ signal }) => api.catalogs.searchCatalogs({ body: search }, { signal }),
      placeholderData: keepPreviousData,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...catalogQueries.all(), id],
      queryFn: ({ signal }) => api.catalogs.getCatalog({ params: { id } }, { signal }),
    }),
}
