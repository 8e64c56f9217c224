import { Button } from '#src/ui/button/button.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import type { UnknownSending } from './use-send-once.ts'

export type OutcomeWords = {
  /** While it is looked for. */
  unknown: string
  unknownKept: string
  looking: string
  listFailed: string
  /** It was looked for long enough. */
  not: string
  notKept: string
  back: string
}

/** What is said of a paid request that got no answer: that it is looked for, then that it did not go through. */
export function UnknownOutcome({ sending, words }: { sending: UnknownSending; words: OutcomeWords }) {
  const { isSure, isLooking, lookError, lookAgain, giveUp } = sending
  if (isSure && !lookError) {
    return (
      <ErrorNotice
        tone="warn"
        what={words.not}
        kept={words.notKept}
        actions={
          <>
            <Button size="s" onPress={giveUp}>
              {words.back}
            </Button>
            <Button size="s" tone="quiet" onPress={lookAgain} isPending={isLooking}>
              Look again
            </Button>
          </>
        }
      />
    )
  }
  return (
    <>
      <ErrorNotice
        tone="warn"
        what={words.unknown}
        kept={words.unknownKept}
        {...(lookError ? { advice: words.listFailed, onRetry: lookAgain, isRetrying: isLooking } : {})}
      />
      <ProgressBar isBare label={words.looking} />
    </>
  )
}
