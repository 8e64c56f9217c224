import { MutationCache, QueryClient } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import { isWorthRetrying } from './errors.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** What the mutation makes stale. */
      invalidates?: readonly QueryKey[]
      /** The caller shows the failure itself (beside a form's field); else the listener is told. */
      handlesError?: boolean
    }
  }
}

/** Query's defaults for this app. `onMutationFailed` hears of every failure that no form handles. */
export function createQueryClient({ onMutationFailed }: { onMutationFailed: (error: Error) => void }): QueryClient {
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: async (_data, _variables, _context, mutation) => {
        await Promise.all((mutation.meta?.invalidates ?? []).map((queryKey) => client.invalidateQueries({ queryKey })))
      },
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.handlesError) onMutationFailed(error)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        // The sandbox runs on this machine: being offline says nothing about reaching it.
        networkMode: 'always',
      },
      // Never repeated by itself: some of these spend money.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}
