import { TextArea as AriaTextArea, TextField, type TextFieldProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { FieldLabel, FieldMessages, fieldClass, type FieldLook } from './field-parts.tsx'
import styles from './field.module.css'
import areaStyles from './text-area.module.css'

type TextAreaProps = FieldLook &
  Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
    placeholder?: string
    rows?: number
    isCode?: boolean
    /** Shows dots for letters, as a password field does. */
    isMasked?: boolean
  }

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, labelPlacement, description, error, placeholder, rows = 3, isCode, isMasked, ...field } = props
  return (
    <TextField {...field} isInvalid={error !== undefined} className={fieldClass(labelPlacement)}>
      <FieldLabel label={label} labelPlacement={labelPlacement} isRequired={field.isRequired} />
      <AriaTextArea
        rows={rows}
        placeholder={placeholder}
        spellCheck={isCode ? false : undefined}
        className={classNames(styles.box, areaStyles.area, isCode && styles.mono, isMasked && areaStyles.masked)}
      />
      <FieldMessages description={description} error={error} />
    </TextField>
  )
}
