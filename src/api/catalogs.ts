import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Catalog, CatalogSearch } from '#src/contract/catalogs.ts'
import { isDeliverySettled } from './delivery-states.ts'
import { untilSettled } from './polling.ts'
import { api } from './session.ts'

/** The service answers two when nothing is said, so a number is always said. */
export type CatalogQuery = CatalogSearch & { limit: number }

type CatalogPage = Awaited<ReturnType<typeof api.catalogs.searchCatalogs>>

const isSent = ({ delivery_status: status }: Catalog) => !status || isDeliverySettled({ status })

export const catalogQueries = {
  all: () => ['catalogs'] as const,

  search: (search: CatalogQuery) =>
    queryOptions({
      queryKey: [...catalogQueries.all(), 'search', search],
      queryFn: ({ signal }) => api.catalogs.searchCatalogs({ body: search }, { signal }),
      placeholderData: keepPreviousData,
      // How far the latest delivery of each is.
      refetchInterval: untilSettled(({ catalogs }: CatalogPage) => catalogs.every(isSent)),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...catalogQueries.all(), 'detail', id],
      queryFn: ({ signal }) => api.catalogs.getCatalog({ params: { id } }, { signal }),
    }),
}
