import { ChevronDown } from 'lucide-react'
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import { FieldLabel, FieldMessages, fieldClass, type FieldLook } from './field-parts.tsx'
import styles from './field.module.css'
import { OptionItem, type Option } from './option-item.tsx'
import listStyles from './option-list.module.css'

export type { Option } from './option-item.tsx'

type SelectProps<Id extends string> = FieldLook & {
  options: readonly Option<Id>[]
  value: Id | undefined
  onChange: (id: Id) => void
  placeholder?: string
  name?: string
  isRequired?: boolean
  isDisabled?: boolean
}

/** One of a list. Typing the first letters jumps to an option. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, labelPlacement, description, error, options, value, onChange, placeholder, ...field } = props
  return (
    <AriaSelect
      {...field}
      value={value ?? null}
      onChange={(key) => {
        const picked = options.find((option) => option.id === key)
        if (picked) onChange(picked.id)
      }}
      placeholder={placeholder ?? words.selectOne}
      isInvalid={error !== undefined}
      className={fieldClass(labelPlacement)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} isRequired={field.isRequired} />
      <Button className={classNames(styles.box, listStyles.trigger)}>
        <SelectValue className={listStyles.value}>
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <FieldMessages description={description} error={error} />
      <Popover className={listStyles.popover} offset={4}>
        <ListBox className={listStyles.list} items={options}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
