import type { LoadState } from '#src/imagery/level-textures.ts'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'

type LoadLineProps = {
  state: LoadState
  onRetry: () => void
  /** What is counted. */
  unit?: string
}

/** How reading pixels goes; nothing once they are there. */
export function LoadLine({ state, onRetry, unit = 'tiles' }: LoadLineProps) {
  if (state.kind === 'idle') return null
  if (state.kind === 'failed')
    return <ErrorNotice what="The picture could not be shown" advice={state.error.message} onRetry={onRetry} />
  const { done, total } = state
  // Few blocks are there before a bar could be read.
  if (total > 0 && total < 8) return null
  return (
    <ProgressBar
      label="Reading pixels"
      {...(total > 0 && {
        done,
        total,
        amount: `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} ${unit}`,
      })}
    />
  )
}
