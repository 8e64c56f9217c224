import { Trash2 } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import type { ClassProblem } from './legend-draft.ts'
import type { LegendClass } from './parse-sld.ts'
import styles from './visualizations.module.css'

type ClassRowProps = {
  entry: LegendClass
  /** Counted from 1. */
  number: number
  hasOwnBounds: boolean
  /** How far the arrows move a bound. */
  boundStep: number
  problem: ClassProblem | undefined
  onChange: (changed: Partial<LegendClass>) => void
  /** Absent for the only class. */
  onRemove: (() => void) | undefined
}

const digits = { maximumFractionDigits: 4 }

/** One class: colour, name and, where they are one's own, bounds. What is wrong with it stands under it. */
export function ClassRow({ entry, number, hasOwnBounds, boundStep, problem, onChange, onRemove }: ClassRowProps) {
  const problemId = useId()
  const marked = (field: ClassProblem['field']) => (problem?.field === field ? problemId : undefined)
  return (
    <div className={styles.class} data-fixed-bounds={!hasOwnBounds || undefined}>
      <input
        type="color"
        aria-label={`Colour of class ${number}`}
        aria-invalid={problem?.field === 'colour' || undefined}
        aria-describedby={marked('colour')}
        className={styles.colour}
        value={entry.colour}
        onChange={(event) => onChange({ colour: event.target.value })}
      />
      <TextField
        label={`Name of class ${number}`}
        labelPlacement="hidden"
        value={entry.label}
        onChange={(label) => onChange({ label })}
        errorId={marked('label')}
      />
      {hasOwnBounds && (
        <>
          <NumberField
            label={`Lower bound of class ${number}`}
            labelPlacement="hidden"
            value={entry.min}
            arrowStep={boundStep}
            onChange={(min) => onChange({ min })}
            formatOptions={digits}
            errorId={marked('min')}
          />
          <NumberField
            label={`Upper bound of class ${number}`}
            labelPlacement="hidden"
            value={entry.max}
            arrowStep={boundStep}
            onChange={(max) => onChange({ max })}
            formatOptions={digits}
            errorId={marked('max')}
          />
          <IconButton
            icon={Trash2}
            size="s"
            label={`Remove class ${number}`}
            isDisabled={!onRemove}
            {...(onRemove && { onPress: onRemove })}
          />
        </>
      )}
      {problem && (
        <p id={problemId} role="alert" className={styles.classProblem}>
          {problem.message}
        </p>
      )}
    </div>
  )
}
