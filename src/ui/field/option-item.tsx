import { Check, type LucideIcon } from 'lucide-react'
import { ListBoxItem, Text } from 'react-aria-components'
import styles from './option-list.module.css'

export type Option<Id extends string = string> = {
  id: Id
  label: string
  /** A second, quieter line. */
  description?: string
  icon?: LucideIcon
  isDisabled?: boolean
}

/** A row of Select and ComboBox. */
export function OptionItem({ option }: { option: Option }) {
  const { id, label, description, icon: Icon, isDisabled } = option
  return (
    <ListBoxItem id={id} textValue={label} isDisabled={isDisabled} className={styles.option}>
      {({ isSelected }) => (
        <>
          {Icon && <Icon size={14} aria-hidden />}
          <span className={styles.words}>
            <Text slot="label">{label}</Text>
            {description && (
              <Text slot="description" className={styles.description}>
                {description}
              </Text>
            )}
          </span>
          {isSelected && <Check size={14} aria-hidden className={styles.tick} />}
        </>
      )}
    </ListBoxItem>
  )
}
