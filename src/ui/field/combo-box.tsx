import { ChevronDown, type LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import {
  Button,
  ComboBox as AriaComboBox,
  Group,
  Input,
  ListBox,
  Popover,
  type ComboBoxProps as AriaComboBoxProps,
} from 'react-aria-components'
import { words } from '../words.ts'
import { FieldLabel, FieldMessages, fieldClass, type FieldLook } from './field-parts.tsx'
import styles from './field.module.css'
import { OptionItem, type Option } from './option-item.tsx'
import listStyles from './option-list.module.css'

type ComboBoxProps<Id extends string> = FieldLook &
  Pick<AriaComboBoxProps<Option<Id>>, 'isDisabled' | 'isRequired' | 'autoFocus' | 'inputValue'> & {
    options: readonly Option<Id>[]
    value: Id | undefined
    /** `undefined` when the text was cleared. */
    onChange: (id: Id | undefined) => void
    /** When given, the screen finds the options itself and all of them are shown. */
    onInputChange?: (text: string) => void
    placeholder?: string
    /** Before the text, in the place of the arrow behind it: for a search rather than a choice. */
    icon?: LucideIcon
    /** The text stays as it is when the field is left, whether it names an option or not. */
    isFreeText?: boolean
    inputRef?: Ref<HTMLInputElement>
    /** Said when nothing matches, or while options are being fetched. */
    emptyWords?: string
  }

/** One of many, found by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, labelPlacement, description, error, options, value, onChange, onInputChange, ...rest } = props
  const {
    placeholder = words.search,
    emptyWords = words.emptyOptions,
    icon: Icon,
    isFreeText,
    inputRef,
    ...field
  } = rest
  const items = onInputChange ? { items: options, defaultFilter: () => true } : { defaultItems: options }
  return (
    <AriaComboBox
      {...field}
      {...items}
      onInputChange={onInputChange}
      value={value ?? null}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id)}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue={isFreeText}
      className={fieldClass(labelPlacement)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} isRequired={field.isRequired} />
      <Group className={styles.box}>
        {Icon && (
          <span className={styles.affix}>
            <Icon size={14} aria-hidden />
          </span>
        )}
        <Input ref={inputRef} placeholder={placeholder} className={styles.input} />
        {!Icon && (
          <Button className={listStyles.opener}>
            <ChevronDown size={14} aria-hidden />
          </Button>
        )}
      </Group>
      <FieldMessages description={description} error={error} />
      <Popover className={listStyles.popover} offset={4}>
        <ListBox<Option<Id>>
          className={listStyles.list}
          renderEmptyState={() => <div className={listStyles.empty}>{emptyWords}</div>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
