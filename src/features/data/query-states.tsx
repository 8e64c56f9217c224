import { wordsFor } from '#src/api/errors.ts'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'

type FailedProps = { query: { error: Error | null; refetch: () => unknown; isFetching: boolean } }

/** Stands where the answer would have stood; nothing when there is no error. */
export function Failed({ query: { error, refetch, isFetching } }: FailedProps) {
  if (!error) return null
  const { title, whatToDo, serverWords } = wordsFor(error)
  return (
    <PanelPart>
      <ErrorNotice
        what={title}
        advice={whatToDo}
        details={serverWords}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    </PanelPart>
  )
}
