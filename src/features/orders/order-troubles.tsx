import { noticeFor } from '#src/api/errors.ts'
import { UnknownOutcome } from '#src/send-once/unknown-outcome.tsx'
import type { OutcomeWords } from '#src/send-once/unknown-outcome.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import type { ItemProblem } from './order-problems.ts'
import type { Quote } from './use-quote.ts'
import type { SubmissionState } from './use-submission.ts'

type OrderTroublesProps = {
  submission: SubmissionState
  quote: Quote
  problems: ReadonlyMap<number, readonly ItemProblem[]>
  /** What is not lost, as the end of a sentence: "the cart is kept". */
  kept: string
}

/** What keeps the order from being priced or placed; stands with the price. */
export function OrderTroubles({ submission, quote, problems, kept }: OrderTroublesProps) {
  const { unknown } = submission
  if (unknown) return <UnknownOutcome sending={unknown} words={unknownOrder(kept)} />
  const error = submission.error ?? quote.error
  if (!error) return null
  if (problems.size > 0) {
    const count = [...problems.values()].flat().length
    return (
      <ErrorNotice
        tone="warn"
        what={count === 1 ? 'The service does not accept one thing.' : `The service does not accept ${count} things.`}
        advice="The reason stands with the area or field above. Nothing was ordered."
      />
    )
  }
  const retry = submission.error ? {} : { onRetry: quote.retry, isRetrying: quote.isAsking }
  return <ErrorNotice {...noticeFor(error)} kept={`Nothing was ordered; ${kept}.`} {...retry} />
}

const unknownOrder = (kept: string): OutcomeWords => ({
  unknown: 'We do not know whether the order was placed.',
  unknownKept:
    'It was sent, and no answer came. Your newest orders are being looked through before it can be sent again.',
  looking: 'Looking for the order',
  listFailed: 'The list of orders can not be read either.',
  not: 'The order was not placed.',
  notKept: `It is not among your orders, and ${kept}.`,
  back: 'Back to ordering',
})
