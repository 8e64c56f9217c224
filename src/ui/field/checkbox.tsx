import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, Text, type CheckboxFieldProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { FieldError } from './field-error.tsx'
import styles from './checkbox.module.css'
import fieldStyles from './field.module.css'

type CheckboxProps = Omit<CheckboxFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  /** The label; leave out only with `aria-label`, as in a list row. */
  children?: ReactNode
  description?: string
  error?: string
}

/** A thing to tick; `isIndeterminate` for "some of them". */
export function Checkbox({ children, description, error, ...checkbox }: CheckboxProps) {
  return (
    <CheckboxField {...checkbox} isInvalid={error !== undefined} className={styles.field}>
      <CheckboxButton className={styles.button}>
        {({ isIndeterminate, isSelected }) => (
          <>
            <span className={styles.box} aria-hidden>
              {isIndeterminate ? (
                <Minus size={12} strokeWidth={3} />
              ) : (
                isSelected && <Check size={12} strokeWidth={3} />
              )}
            </span>
            {children && <span>{children}</span>}
          </>
        )}
      </CheckboxButton>
      {description && (
        <Text slot="description" className={classNames(fieldStyles.message, fieldStyles.description, styles.under)}>
          {description}
        </Text>
      )}
      {error !== undefined && (
        <div className={styles.under}>
          <FieldError>{error}</FieldError>
        </div>
      )}
    </CheckboxField>
  )
}
