import { Search, X } from 'lucide-react'
import {
  Button,
  Group,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components'
import { words } from '../words.ts'
import styles from './field.module.css'
import searchStyles from './search-field.module.css'

type SearchFieldProps = Omit<AriaSearchFieldProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** Accessible name, and the placeholder unless another is given. */
  label: string
  placeholder?: string
}

/** Filters a list by text; Escape clears it. */
export function SearchField({ label, placeholder = label, ...field }: SearchFieldProps) {
  return (
    <AriaSearchField {...field} aria-label={label} className={searchStyles.field}>
      <Group className={styles.box}>
        <span className={styles.affix}>
          <Search size={14} aria-hidden />
        </span>
        <Input placeholder={placeholder} className={styles.input} />
        <Button className={searchStyles.clear} aria-label={words.clear}>
          <X size={14} aria-hidden />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
