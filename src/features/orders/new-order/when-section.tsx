import type { ReactNode } from 'react'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { DateField } from '#src/ui/field/date-field.tsx'
import { DateRange } from '#src/ui/field/date-range.tsx'
import { addDays, type IsoDay } from '#src/ui/field/iso-day.ts'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import styles from '../order-form.module.css'
import { recurrenceWord } from '../order-words.ts'
import { ScheduleStrip, type ScheduledWindow } from '../schedule-strip.tsx'
import type { DraftProblems } from './draft-problems.ts'
import { isCounted, recurrenceChoices, windowOf, type OrderDraft } from './order-draft.ts'

type WhenSectionProps = {
  draft: OrderDraft
  firstDay: IsoDay
  problems: DraftProblems
  /** The windows of a recurring item, as the service plans them. */
  schedule: readonly ScheduledWindow[]
  onChange: (changes: Partial<OrderDraft>) => void
}

/** Once or again and again, and between which days. */
export function WhenSection({ draft, firstDay, problems, schedule, onChange }: WhenSectionProps) {
  const { from, to } = windowOf(draft, firstDay)
  return (
    <Section title="When" summary={summaryOf(draft, from, to, schedule)}>
      <ToggleButtonGroup
        label="How often"
        isWide
        options={recurrenceChoices.map((id) => ({ id, label: recurrenceWord(id) }))}
        value={draft.recurrence}
        onChange={(recurrence) => onChange({ recurrence })}
      />
      {problems.recurrence && <FieldNote>{problems.recurrence}</FieldNote>}
      {draft.recurrence === 'ONCE' ? (
        <DateRange
          label="Window, first and last day"
          value={{ from, to }}
          min={firstDay}
          onChange={(window) => onChange({ from: window.from ?? '', to: window.to ?? '' })}
          error={problems.from ?? problems.to ?? problems.count}
        />
      ) : (
        <RecurringFields draft={draft} firstDay={firstDay} problems={problems} onChange={onChange} />
      )}
      {draft.recurrence !== 'ONCE' && schedule.length > 0 && <ScheduleStrip windows={schedule} />}
    </Section>
  )
}

function RecurringFields({ draft, firstDay, problems, onChange }: Omit<WhenSectionProps, 'schedule'>) {
  const { from, to } = windowOf(draft, firstDay)
  return (
    <>
      <ToggleButtonGroup
        label="Ends"
        isWide
        options={[
          { id: 'count', label: 'Ends after a number' },
          { id: 'day', label: 'Ends on a day' },
        ]}
        value={draft.ends}
        onChange={(ends) => onChange({ ends })}
      />
      <div className={styles.fields}>
        <DateField
          label="First day"
          value={from}
          min={firstDay}
          onChange={(day) => onChange({ from: day ?? '' })}
          error={problems.from}
        />
        {isCounted(draft) ? (
          <NumberField
            label="Number of pictures"
            value={draft.count}
            minValue={1}
            // The field sets its text after it has told its number; the address would render between the two.
            onChange={(count) => queueMicrotask(() => onChange({ count: Number.isNaN(count) ? 1 : count }))}
            error={problems.count}
          />
        ) : (
          <DateField
            label="Last day"
            value={to}
            min={addDays(from, 1)}
            onChange={(day) => onChange({ to: day ?? '' })}
            error={problems.to}
          />
        )}
      </div>
    </>
  )
}

const FieldNote = ({ children }: { children: ReactNode }) => (
  <p role="alert" className={styles.problem}>
    {children}
  </p>
)

function summaryOf(draft: OrderDraft, from: IsoDay, to: IsoDay | undefined, schedule: readonly ScheduledWindow[]) {
  const word = recurrenceWord(draft.recurrence)
  if (draft.recurrence !== 'ONCE') {
    const pictures = isCounted(draft) ? draft.count : schedule.length
    return pictures > 0 ? `${word}, ${pictures} ${pictures === 1 ? 'picture' : 'pictures'}` : word
  }
  if (to === undefined || to < from) return word
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  return `${word}, within ${days} ${days === 1 ? 'day' : 'days'}`
}
