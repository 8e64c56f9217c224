import { queryOptions } from '@tanstack/react-query'
import { api } from './session.ts'

/** Who answers: the sandbox says so in its ping, anything else is the live service. */
export type Connection = 'sandbox' | 'live'

const lookAgainMs = 60_000
const lookAgainWhenLostMs = 5000

export const pingQueries = {
  connection: () =>
    queryOptions({
      queryKey: ['ping'],
      queryFn: async ({ signal }): Promise<Connection> => {
        const answer = await api.ping.ping(undefined, { signal })
        return /sandbox/i.test(answer) ? 'sandbox' : 'live'
      },
      retry: false,
      refetchInterval: (query) => (query.state.status === 'error' ? lookAgainWhenLostMs : lookAgainMs),
    }),
}
