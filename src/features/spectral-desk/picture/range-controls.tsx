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
  colours?: readonly string[]
  barColour?: string
  heightPx?: number
}

/** One range: the spread of the values with the ends to drag, and the same ends as numbers. */
export function RangeControls(props: RangeControlsProps) {
  const { name, statistics, range, onChange, colours, barColour, heightPx } = props
  const [from, to] = range
  const isEmpty = statistics?.valid === 0
  // As many digits as tell the ends apart.
  const digits = Math.min(10, Math.max(0, 3 - Math.floor(Math.log10(to - from))))
  const formatOptions = { maximumFractionDigits: digits, useGrouping: false }
  const step = 10 ** -Math.max(0, digits - 1)
  return (
    <div className={styles.range}>
      {isEmpty ? (
        <p className={styles.hint}>
          No pixel has a value here: the formula divides by zero, or the mask leaves nothing.
        </p>
      ) : (
        <RangeHistogram
          label={`Range of ${name}`}
          histogram={statistics?.histogram}
          value={range}
          onChange={onChange}
          {...(colours && { colours })}
          {...(barColour && { barColour })}
          {...(heightPx && { heightPx })}
        />
      )}
      <div className={styles.ends}>
        <NumberField
          label={`${name} from`}
          labelPlacement="hidden"
          value={from}
          step={step}
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
          step={step}
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

/** Whether ranges come from percentiles of the picture, and which, or are set by hand. */
export function StretchChoice({
  isByHand,
  onByHand,
  onByPixels,
}: {
  isByHand: boolean
  onByHand: () => void
  onByPixels: (percentiles: [number, number]) => void
}) {
  const { picture } = useDesk()
  const now = picture.percentiles.join()
  const options = (stretches.includes(now) ? stretches : [...stretches, now]).map((id) => ({
    id,
    label: id === '0,100' ? 'All' : `${id.replace(',', '–')} %`,
  }))
  return (
    <ToggleButtonGroup
      label="Range by percentiles of the picture, or by hand"
      isWide
      options={[...options, { id: 'hand', label: 'By hand' }]}
      value={isByHand ? 'hand' : now}
      onChange={(id) => {
        if (id === 'hand') return onByHand()
        const [low = 2, high = 98] = id.split(',').map(Number)
        onByPixels([low, high])
      }}
    />
  )
}
