import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, Text, type SwitchFieldProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import fieldStyles from './field.module.css'
import styles from './switch.module.css'

type SwitchProps = Omit<SwitchFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  children: ReactNode
  description?: string
}

/** A setting that applies at once; label left, switch right. */
export function Switch({ children, description, ...field }: SwitchProps) {
  return (
    <SwitchField {...field} className={styles.field}>
      <SwitchButton className={styles.button}>
        <span>{children}</span>
        <span className={styles.track} aria-hidden>
          <span className={styles.thumb} />
        </span>
      </SwitchButton>
      {description && (
        <Text slot="description" className={classNames(fieldStyles.message, fieldStyles.description)}>
          {description}
        </Text>
      )}
    </SwitchField>
  )
}
