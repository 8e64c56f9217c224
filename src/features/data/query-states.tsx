import { noticeForQuery } from '#src/api/errors.ts'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'

type FailedProps = { query: { error: Error | null; refetch: () => unknown; isFetching: boolean } }

/** Stands where the answer would have stood; nothing when there is no error. */
export function Failed({ query }: FailedProps) {
  if (!query.error) return null
  return (
    <PanelPart>
      <ErrorNotice {...noticeForQuery(query)} />
    </PanelPart>
  )
}
