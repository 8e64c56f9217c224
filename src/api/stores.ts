import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { NewStore, Store } from '#src/contract/stores.ts'
import { deliveryQueries } from './deliveries.ts'
import { api } from './session.ts'

export const storeQueries = {
  all: () => ['stores'] as const,

  /** The newest first; the service does not page them, and never answers their secrets. */
  list: () =>
    queryOptions({
      queryKey: [...storeQueries.all(), 'list'],
      queryFn: ({ signal }) => api.stores.listStores({}, { signal }),
    }),
}

export const storeMutations = {
  /** The form shows what is wrong beside its fields. The secrets are forgotten with the form: no cache keeps them. */
  create: () =>
    mutationOptions({
      mutationFn: (body: NewStore) => api.stores.createStore({ body }),
      gcTime: 0,
      meta: { invalidates: [storeQueries.all()], handlesError: true },
    }),

  /** Can not be undone: the secrets can not be read back. Refused (409) while a delivery to the store is running. */
  remove: () =>
    mutationOptions({
      mutationFn: ({ id }: Pick<Store, 'id'>) => api.stores.deleteStore({ params: { id } }),
      meta: { invalidates: [storeQueries.all(), deliveryQueries.all()], handlesError: true },
    }),
}
