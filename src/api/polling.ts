import type { QueryState } from '@tanstack/react-query'
import { isWorthRetrying } from './errors.ts'

/**
 * For `refetchInterval`: ask every `everyMs` until the answer is settled; slower the longer it takes, never slower than
 * `slowestMs`. A failure that may pass by itself, as a service that starts anew, is waited out; a refusal ends the asking.
 */
export function untilSettled<Data>(
  isSettled: (data: Data) => boolean,
  { everyMs = 1000, slowestMs = 10_000 }: { everyMs?: number; slowestMs?: number } = {},
) {
  return ({ state }: Polled<Data>): number | false => {
    const { data, dataUpdateCount, status, error } = state
    if (data === undefined || isSettled(data)) return false
    if (status === 'error') return isWorthRetrying(error) ? slowestMs : false
    return Math.min(everyMs * 1.15 ** Math.max(0, dataUpdateCount - 5), slowestMs)
  }
}

/** What of a query counts here; the keys of queries differ, and no other key is needed. */
type Polled<Data> = { state: Pick<QueryState<Data>, 'data' | 'dataUpdateCount' | 'status' | 'error'> }
