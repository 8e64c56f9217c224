import { useState } from 'react'
import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import styles from '../order-form.module.css'
import type { DraftProblems } from './draft-problems.ts'
import { maxOffNadir, type OrderDraft } from './order-draft.ts'

type ConditionsSectionProps = {
  draft: OrderDraft
  problems: DraftProblems
  /** The limit on clouds that the service holds to, percent; undefined while there is no quote. */
  heldCloud: number | null | undefined
  onChange: (changes: Partial<OrderDraft>) => void
}

/** How clear and how straight from above. */
export function ConditionsSection({ draft, problems, heldCloud, onChange }: ConditionsSectionProps) {
  const isAnyCloud = typeof heldCloud === 'number' && heldCloud > draft.cloud
  return (
    <Section title="Conditions" summary={`cloud up to ${draft.cloud} %, off nadir up to ${draft.offNadir}°`}>
      <Limit label="Cloud, at most" unit="%" max={100} value={draft.cloud} onChange={(cloud) => onChange({ cloud })} />
      {isAnyCloud && (
        <p role="status" className={styles.note}>
          In so short a window the picture is taken with up to {heldCloud} % cloud, and paid for whatever it shows.
        </p>
      )}
      <Problem reason={problems.cloud} />
      <Limit
        label="Off nadir, at most"
        unit="°"
        max={maxOffNadir}
        value={draft.offNadir}
        onChange={(offNadir) => onChange({ offNadir })}
      />
      <Problem reason={problems.offNadir} />
    </Section>
  )
}

type LimitProps = { label: string; unit: string; max: number; value: number; onChange: (value: number) => void }

/** Follows the hand; the address, and with it the quote, hears when the hand lets go. */
function Limit({ label, unit, max, value, onChange }: LimitProps) {
  const [inHand, setInHand] = useState<number>()
  return (
    <Slider
      label={label}
      min={0}
      max={max}
      unit={unit}
      value={inHand ?? value}
      onChange={setInHand}
      onChangeEnd={(end) => {
        setInHand(undefined)
        onChange(end)
      }}
    />
  )
}

function Problem({ reason }: { reason: string | undefined }) {
  if (!reason) return null
  return (
    <p role="alert" className={styles.problem}>
      {reason}
    </p>
  )
}
