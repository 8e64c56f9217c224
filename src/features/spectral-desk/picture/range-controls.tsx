import { percentile, type ValueStatistics } from '#src/imagery/value-statistics.ts'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { RangeHistogram } from '#src/ui/field/range-histogram.tsx'
import { useDesk } from '../desk-context.ts'
import type { Range } from './picture-search-params.ts'
import styles from './picture.module.css'

const stretches = ['0,100', '1,99', '2,98', '5,95']

type RangeControlsProps = {
  /** As "NDVI" or "Red". */
  name: string
  statistics: ValueStatistics | undefined
  range: Range
  onChange: (range: Range) => void
  /** CSS backgrounds under the axis. */
  segments?: readonly string[]
  /** What has no value, when nothing has: a band, a formula. */
  emptyWords?: string
  isCompact?: boolean
  barColour?: string
  heightPx?: number
}

/** One range: the spread of the values with the ends to drag, and the same ends as numbers. */
export function RangeControls(props: RangeControlsProps) {
  const { name, statistics, range, onChange, segments, barColour, heightPx, isCompact = false } = props
  const { emptyWords = 'No pixel has a value here: the formula divides by zero, or the mask leaves nothing.' } = props
  const [from, to] = range
  const isEmpty = statistics?.valid === 0
  // As many digits as tell the ends apart.
  const digits = Math.min(10, Math.max(0, 3 - Math.floor(Math.log10(to - from))))
  const formatOptions = { maximumFractionDigits: digits, useGrouping: false }
  const step = 10 ** -Math.max(0, digits - 1)
  return (
    <div className={styles.range}>
      {isEmpty ? (
        <p className={styles.empty}>{emptyWords}</p>
      ) : (
        <RangeHistogram
          label={`Range of ${name}`}
          histogram={statistics?.histogram}
          value={range}
          onChange={([low = from, high = to]) => onChange([low, high])}
          hasTicks={!isCompact}
          {...(segments && { segments })}
          {...(barColour && { barColour })}
          {...(heightPx && { heightPx })}
        />
      )}
      <div className={styles.ends}>
        <NumberField
          label={`${name} from`}
          labelPlacement="hidden"
          value={from}
          arrowStep={step}
          formatOptions={formatOptions}
          onChange={(next) => next < to && onChange([next, to])}
        />
        <span className={styles.spread} data-figures>
          {statistics && !isEmpty && spreadOf(statistics)}
        </span>
        <NumberField
          label={`${name} to`}
          labelPlacement="hidden"
          value={to}
          arrowStep={step}
          formatOptions={formatOptions}
          onChange={(next) => next > from && onChange([from, next])}
        />
      </div>
    </div>
  )
}

function spreadOf(statistics: ValueStatistics): string {
  return `median ${Number(percentile(statistics, 50).toPrecision(3))}`
}

type StretchChoiceProps = {
  /** The range set by hand; null when there is none. */
  byHand: Range | null
  isUsual: boolean
  onByHand: () => void
  onByPixels: (percentiles: [number, number]) => void
  /** Left out where nothing is usual. */
  onUsual?: () => void
}

/** Where the range comes from: what is usual for an index or composite, percentiles of the picture, or a hand. */
export function StretchChoice({ byHand, isUsual, onByHand, onByPixels, onUsual }: StretchChoiceProps) {
  const { picture } = useDesk()
  const now = picture.percentiles.join()
  const options = (stretches.includes(now) ? stretches : [...stretches, now]).map((id) => ({
    id,
    label: id === '0,100' ? 'All' : id.replace(',', '–'),
  }))
  return (
    <div className={styles.stretch}>
      <span className={styles.label} aria-hidden>
        Range
        <span className={styles.unit}>by percentiles of the picture</span>
      </span>
      <ToggleButtonGroup
        label="Range by percentiles of the picture"
        isWide
        options={[...(onUsual ? [{ id: 'usual', label: 'Usual' }] : []), ...options, { id: 'hand', label: 'By hand' }]}
        value={isUsual ? 'usual' : byHand ? 'hand' : now}
        onChange={(id) => {
          if (id === 'hand') return onByHand()
          if (id === 'usual') return onUsual?.()
          const [low = 2, high = 98] = id.split(',').map(Number)
          onByPixels([low, high])
        }}
      />
    </div>
  )
}
