import { ChevronDown, ChevronUp } from 'lucide-react'
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { FieldLabel, FieldMessages, fieldClass, type ErrorElsewhere, type FieldLook } from './field-parts.tsx'
import styles from './field.module.css'
import numberStyles from './number-field.module.css'

type NumberFieldProps = FieldLook &
  ErrorElsewhere &
  Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
    /** Shown after the number and read with the name, as "km²". */
    unit?: string
    placeholder?: string
    /** How far arrows and steppers go where any number may be typed; `step` allows its multiples only. */
    arrowStep?: number
  }

/** A number with its unit. Arrow keys step, the wheel steps while focused; the value is committed on blur or Enter. */
export function NumberField(props: NumberFieldProps) {
  const { label, labelPlacement, description, error, errorId, unit, placeholder, arrowStep, ...field } = props
  return (
    <AriaNumberField
      {...field}
      {...(arrowStep !== undefined && { step: arrowStep, commitBehavior: 'validate' })}
      isInvalid={error !== undefined || errorId !== undefined}
      aria-describedby={errorId}
      className={fieldClass(labelPlacement)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} isRequired={field.isRequired} unit={unit} />
      <Group className={classNames(styles.box, numberStyles.box)}>
        <Input placeholder={placeholder} className={classNames(styles.input, styles.number)} />
        {unit && (
          <span className={styles.affix} aria-hidden>
            {unit}
          </span>
        )}
        <span className={numberStyles.steppers}>
          <Button slot="increment" className={numberStyles.stepper}>
            <ChevronUp size={12} aria-hidden />
          </Button>
          <Button slot="decrement" className={numberStyles.stepper}>
            <ChevronDown size={12} aria-hidden />
          </Button>
        </span>
      </Group>
      <FieldMessages description={description} error={error} />
    </AriaNumberField>
  )
}
