import { CalendarDays } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, Group, Input, TextField } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import dateStyles from './date-field.module.css'
import { FieldLabel, FieldMessages, fieldClass, type FieldLook } from './field-parts.tsx'
import styles from './field.module.css'
import { addDays, readDay, toDay, type IsoDay } from './iso-day.ts'

export type DateFieldProps = FieldLook & {
  value: IsoDay | undefined
  onChange: (day: IsoDay | undefined) => void
  /** Earliest and latest day that can be chosen. */
  min?: IsoDay
  max?: IsoDay
  /** Marks the field without a message of its own, as when a pair of them is wrong. */
  isInvalid?: boolean
  isRequired?: boolean
  isDisabled?: boolean
}

/**
 * A UTC day, typed or pasted as in the rest of the app (2026-03-31), stepped with the arrow keys (Shift: a week), or
 * picked from the browser's calendar. The browser's own date input is not shown: it writes days in local order.
 */
export function DateField(props: DateFieldProps) {
  const { label, labelPlacement, description, error, value, onChange, min, max, isInvalid, isRequired, isDisabled } =
    props
  const [draft, setDraft] = useState<string>()
  const calendar = useRef<HTMLInputElement>(null)
  const text = draft ?? value ?? ''
  const typed = draft === undefined || draft === '' ? value : readDay(draft)
  const isUnread = draft !== undefined && draft !== '' && typed === undefined
  const isOutside = typed !== undefined && ((min !== undefined && typed < min) || (max !== undefined && typed > max))
  const [isLeft, setLeft] = useState(true)
  const reason =
    error ?? (isLeft ? (isUnread ? words.dateForm : isOutside ? rangeWords(min, max) : undefined) : undefined)

  const take = (day: IsoDay | undefined) => {
    setDraft(undefined)
    onChange(day)
  }
  return (
    <TextField
      value={text}
      onChange={(next) => {
        setDraft(next)
        const day = readDay(next)
        if (day !== undefined || next === '') onChange(day)
      }}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true)
        if (!isUnread) setDraft(undefined)
      }}
      onKeyDown={(event) => {
        const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key]
        if (sign === undefined) return
        event.preventDefault()
        take(addDays(typed ?? toDay(new Date()), sign * (event.shiftKey ? 7 : 1)))
      }}
      isInvalid={isInvalid || reason !== undefined}
      isRequired={isRequired}
      isDisabled={isDisabled}
      className={fieldClass(labelPlacement)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} isRequired={isRequired} unit="UTC" />
      <Group className={classNames(styles.box, dateStyles.box)}>
        <Input placeholder={words.datePattern} inputMode="numeric" spellCheck={false} className={styles.input} />
        <Button
          aria-label={`${words.openCalendar}: ${label}`}
          isDisabled={isDisabled}
          onPress={() => calendar.current?.showPicker()}
          className={dateStyles.opener}
        >
          <CalendarDays size={14} aria-hidden />
        </Button>
        <input
          ref={calendar}
          type="date"
          tabIndex={-1}
          aria-hidden
          value={typed ?? ''}
          min={min}
          max={max}
          disabled={isDisabled}
          onChange={(event) => take(event.target.value || undefined)}
          className={dateStyles.calendar}
        />
      </Group>
      <FieldMessages description={description} error={reason} />
    </TextField>
  )
}

function rangeWords(min: IsoDay | undefined, max: IsoDay | undefined): string {
  if (min === undefined) return `${words.notAfter} ${max}`
  return max === undefined ? `${words.notBefore} ${min}` : `${min} – ${max}`
}
