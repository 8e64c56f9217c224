import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Group,
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { FieldLabel, FieldMessages, fieldClass, type ErrorElsewhere, type FieldLook } from './field-parts.tsx'
import styles from './field.module.css'

export type TextFieldProps = FieldLook &
  ErrorElsewhere &
  Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
    placeholder?: string
    icon?: LucideIcon
    /** After the text: a unit or a small button. */
    suffix?: ReactNode
    /** For formulas, identifiers and URLs. */
    isCode?: boolean
  }

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    labelPlacement,
    description,
    error,
    errorId,
    placeholder,
    icon: Icon,
    suffix,
    isCode,
    ...field
  } = props
  return (
    <AriaTextField
      {...field}
      isInvalid={error !== undefined || errorId !== undefined}
      aria-describedby={errorId}
      className={fieldClass(labelPlacement)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} isRequired={field.isRequired} />
      <Group className={styles.box}>
        {Icon && (
          <span className={styles.affix}>
            <Icon size={14} aria-hidden />
          </span>
        )}
        <Input
          placeholder={placeholder}
          spellCheck={isCode ? false : undefined}
          className={classNames(styles.input, isCode && styles.mono)}
        />
        {suffix && <span className={styles.affix}>{suffix}</span>}
      </Group>
      <FieldMessages description={description} error={error} />
    </AriaTextField>
  )
}
