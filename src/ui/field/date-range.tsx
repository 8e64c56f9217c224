import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import { DateField } from './date-field.tsx'
import rangeStyles from './date-range.module.css'
import errorStyles from './field-error.module.css'
import type { FieldLook } from './field-parts.tsx'
import styles from './field.module.css'
import type { IsoDay } from './iso-day.ts'

/** Whole UTC days, both included; an absent end is open. */
export type DateRangeValue = { from?: IsoDay; to?: IsoDay }

type DateRangeProps = Omit<FieldLook, 'labelPlacement'> & {
  value: DateRangeValue
  onChange: (value: DateRangeValue) => void
  min?: IsoDay
  max?: IsoDay
  isDisabled?: boolean
}

/** From one UTC day to another. Says so when they are the wrong way round. */
export function DateRange({ label, description, error, value, onChange, min, max, isDisabled }: DateRangeProps) {
  const id = useId()
  const isReversed = value.from !== undefined && value.to !== undefined && value.from > value.to
  const reason = error ?? (isReversed ? words.rangeReversed : undefined)
  const message = reason ?? description
  const end = (key: 'from' | 'to', name: string) => (
    <DateField
      label={`${label}, ${name}`}
      labelPlacement="hidden"
      value={value[key]}
      onChange={(day) => onChange({ ...value, [key]: day })}
      min={min}
      max={max}
      isInvalid={reason !== undefined}
      isDisabled={isDisabled}
    />
  )
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={message && `${id}-message`}
      data-disabled={isDisabled || undefined}
      className={styles.field}
    >
      <span id={`${id}-label`} className={styles.label}>
        {label} <span className={styles.required}>UTC</span>
      </span>
      <div className={rangeStyles.ends}>
        {end('from', words.from)}
        <span aria-hidden className={rangeStyles.dash}>
          –
        </span>
        {end('to', words.to)}
      </div>
      {message && (
        <span
          id={`${id}-message`}
          className={classNames(styles.message, reason ? errorStyles.error : styles.description)}
        >
          {reason && <CircleAlert size={13} aria-hidden />}
          {message}
        </span>
      )}
    </div>
  )
}
