import type { BlockSpec, RasterInput } from '#src/blocks/block-spec.ts'
import { CircleAlert } from 'lucide-react'
import { seriesPictures, type InputDraft } from './input-draft.ts'
import type { InputChoice } from './input-choices.ts'
import styles from './insights.module.css'

type SeriesFieldProps = {
  input: RasterInput
  block: BlockSpec
  draft: InputDraft
  choices: readonly InputChoice[]
  error: string | undefined
}

/** A series is not chosen picture by picture: it is all of the AOI in the period. */
export function SeriesField({ input, block, draft, choices, error }: SeriesFieldProps) {
  const { pictures, dates } = seriesPictures(block, input, draft, choices)
  const days = pictures.map(({ date }) => date ?? '').toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return (
    <div role="group" aria-label={input.label} className={styles.series}>
      <span className={styles.seriesLabel}>{input.label}</span>
      <span data-figures>
        {dates === 0
          ? 'No date in the period'
          : `All ${dates} ${dates === 1 ? 'date' : 'dates'} of the AOI${first === last ? `: ${first}` : `, ${first} to ${last}`}`}
      </span>
      {error ? (
        <span role="alert" className={styles.problem}>
          <CircleAlert size={13} aria-hidden />
          {error}
        </span>
      ) : (
        <span className={styles.note}>{input.description}</span>
      )}
    </div>
  )
}
