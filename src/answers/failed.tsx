import type { ReactNode } from 'react'
import { noticeForQuery } from '#src/api/errors.ts'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'

export type AskedQuery = { error: Error | null; refetch: () => unknown; isFetching: boolean }

type FailedProps = {
  query: AskedQuery
  /** `warn`: what was answered before still stands. */
  tone?: 'fail' | 'warn'
  /** What is not lost. */
  kept?: string
  /** Other ways on. */
  actions?: ReactNode
}

/** A query's failure in words; nothing when it has none. Asking again is offered unless the same would be refused again. */
export function Failed({ query, ...more }: FailedProps) {
  return query.error && <ErrorNotice {...noticeForQuery(query)} {...more} />
}
