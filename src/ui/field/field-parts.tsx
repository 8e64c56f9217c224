import { Label, Text, VisuallyHidden } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import { FieldError } from './field-error.tsx'
import styles from './field.module.css'

/** What every field takes. */
export type FieldLook = {
  label: string
  /** `hidden` keeps the name for screen readers; `side` puts it left of the control. */
  labelPlacement?: 'top' | 'side' | 'hidden'
  description?: string
  /** Why the value is not accepted. Marks the field invalid. */
  error?: string
}

/** For fields in rows, where the words why a value is not accepted stand under the row: the id of their element. */
export type ErrorElsewhere = { errorId?: string | undefined }

export function fieldClass(placement: FieldLook['labelPlacement'], extra?: string): string {
  return classNames(styles.field, placement === 'side' && styles.side, extra)
}

type FieldLabelProps = Pick<FieldLook, 'label' | 'labelPlacement'> & {
  isRequired?: boolean
  /** Unit of the value, read out with the name. */
  unit?: string
}

export function FieldLabel({ label, labelPlacement, isRequired, unit }: FieldLabelProps) {
  const name = (
    <Label className={styles.label}>
      <span>
        {label}
        {unit && <VisuallyHidden elementType="span">, {unit}</VisuallyHidden>}
      </span>
      {isRequired && <span className={styles.required}>{words.required}</span>}
    </Label>
  )
  return labelPlacement === 'hidden' ? <VisuallyHidden>{name}</VisuallyHidden> : name
}

/** Description and error under a control, both tied to it by React Aria's slots. */
export function FieldMessages({ description, error }: Pick<FieldLook, 'description' | 'error'>) {
  return (
    <>
      {description && !error && (
        <Text slot="description" className={classNames(styles.message, styles.description)}>
          {description}
        </Text>
      )}
      <FieldError>{error}</FieldError>
    </>
  )
}
