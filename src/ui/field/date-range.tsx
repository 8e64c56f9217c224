import { useId } from 'react'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import { CircleAlert } from 'lucide-react'
import errorStyles from './field-error.module.css'
import styles from './field.module.css'
import rangeStyles from './date-range.module.css'
import type { FieldLook } from './field-parts.tsx'

/** Whole UTC days as `YYYY-MM-DD`, both included; an absent end is open. */
export type DateRangeValue = { from?: string; to?: string }

type DateRangeProps = Omit<FieldLook, 'labelPlacement'> & {
  value: DateRangeValue
  onChange: (value: DateRangeValue) => void
  /** Earliest and latest day that can be chosen. */
  min?: string
  max?: string
  isDisabled?: boolean
}

/** Two date inputs of the browser: typed digit by digit, stepped with arrow keys, or picked from its calendar. */
export function DateRange({ label, description, error, value, onChange, min, max, isDisabled }: DateRangeProps) {
  const id = useId()
  const reversed = value.from !== undefined && value.to !== undefined && value.from > value.to
  const reason = error ?? (reversed ? words.rangeReversed : undefined)
  const message = reason ?? description
  const end = (key: 'from' | 'to', name: string) => (
    <label className={rangeStyles.end}>
      <span className={rangeStyles.name}>{name}</span>
      <input
        type="date"
        value={value[key] ?? ''}
        min={min}
        max={max}
        disabled={isDisabled}
        aria-label={`${label}, ${name.toLowerCase()} (UTC)`}
        aria-invalid={reason ? true : undefined}
        aria-describedby={message ? `${id}-message` : undefined}
        onChange={(event) => onChange({ ...value, [key]: event.target.value || undefined })}
        className={classNames(styles.input, rangeStyles.input)}
      />
    </label>
  )
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      className={styles.field}
      data-invalid={reason ? '' : undefined}
      data-disabled={isDisabled ? '' : undefined}
    >
      <span id={`${id}-label`} className={styles.label}>
        {label} <span className={styles.required}>UTC</span>
      </span>
      <div className={rangeStyles.ends}>
        <div className={styles.box}>{end('from', words.from)}</div>
        <div className={styles.box}>{end('to', words.to)}</div>
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
