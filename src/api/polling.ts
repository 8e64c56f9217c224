import type { Query } from '@tanstack/react-query'

/**
 * For `refetchInterval`: ask every `everyMs` until the answer is settled; slower the longer it takes, never slower than
 * `slowestMs`. A failed query stops the clock; its error notice offers to try again.
 */
export function untilSettled<Data>(
  isSettled: (data: Data) => boolean,
  { everyMs = 1000, slowestMs = 10_000 }: { everyMs?: number; slowestMs?: number } = {},
) {
  return (
    query:
      | Query<Data, Error, Data, never>
      | { state: { data: Data | undefined; dataUpdateCount: number; status: string } },
  ) => {
    const { data, dataUpdateCount, status } = query.state as {
      data: Data | undefined
      dataUpdateCount: number
      status: string
    }
    if (status === 'error' || data === undefined || isSettled(data)) return false
    return Math.min(everyMs * 1.15 ** Math.max(0, dataUpdateCount - 5), slowestMs)
  }
}
