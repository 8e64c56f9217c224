import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { FieldMessages, fieldClass, type FieldLook } from './field-parts.tsx'
import styles from './field.module.css'
import radioStyles from './radio-group.module.css'

export type RadioOption<Id extends string> = { id: Id; label: string; description?: string; isDisabled?: boolean }

type RadioGroupProps<Id extends string> = Omit<FieldLook, 'labelPlacement'> & {
  options: readonly RadioOption<Id>[]
  value: Id | undefined
  onChange: (id: Id) => void
  isDisabled?: boolean
  isRequired?: boolean
}

/** One of a few that each need a sentence. For bare words take ToggleButtonGroup. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, description, error, options, value, onChange, ...group } = props
  return (
    <AriaRadioGroup
      {...group}
      value={value ?? null}
      onChange={(id) => {
        const picked = options.find((option) => option.id === id)
        if (picked) onChange(picked.id)
      }}
      isInvalid={error !== undefined}
      className={fieldClass('top')}
    >
      <Label className={styles.label}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} isDisabled={option.isDisabled} className={radioStyles.radio}>
          <span className={radioStyles.dot} aria-hidden />
          <span className={radioStyles.words}>
            {option.label}
            {option.description && <span className={radioStyles.description}>{option.description}</span>}
          </span>
        </Radio>
      ))}
      <FieldMessages description={description} error={error} />
    </AriaRadioGroup>
  )
}
