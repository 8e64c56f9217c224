import { useRef, useState, type KeyboardEvent } from 'react'
import {
  Autocomplete,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Text,
  useFilter,
  type Key,
} from 'react-aria-components'
import { words } from '../words.ts'
import listStyles from './option-list.module.css'
import type { Option } from './option-item.tsx'
import { SearchField } from './search-field.tsx'
import styles from './search-list.module.css'

/** `detail` is a third line, in letters of equal width, as for a formula. */
export type SearchOption<Id extends string = string> = Option<Id> & { detail?: string }
export type SearchGroup<Id extends string = string> = { title: string; options: readonly SearchOption<Id>[] }

type SearchListProps<Id extends string> = {
  /** Accessible name of the field and the list. */
  label: string
  groups: readonly SearchGroup<Id>[]
  onPick: (id: Id) => void
}

/** A long list with a field over it that narrows it down. The focus stays in the field: arrow keys choose, Enter picks. */
export function SearchList<Id extends string>({ label, groups, onPick }: SearchListProps<Id>) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  const pick = (key: Key) => {
    const option = groups.flatMap(({ options }) => options).find(({ id }) => id === key)
    if (option && !option.isDisabled) onPick(option.id)
  }
  const pickByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const enabled = '[role="option"]:not([aria-disabled="true"])'
    const option =
      frame.current?.querySelector(`${enabled}[data-focused]`) ?? (typed ? frame.current?.querySelector(enabled) : null)
    const key = option?.getAttribute('data-key')
    if (!key) return
    event.preventDefault()
    event.stopPropagation()
    pick(key)
  }
  return (
    // Enter takes the first as soon as it is there: by itself the list marks it a moment after the typing, which is too late
    // for who types fast.
    <div ref={frame} className={styles.frame} onKeyDownCapture={pickByEnter}>
      <Autocomplete
        inputValue={typed}
        onInputChange={setTyped}
        filter={(text, words) => words.split(/\s+/).every((word) => contains(text, word))}
      >
        <SearchField label={label} autoFocus />
        <ListBox
          aria-label={label}
          selectionMode="none"
          onAction={pick}
          className={styles.list}
          renderEmptyState={() => <div className={listStyles.empty}>{words.emptyOptions}</div>}
        >
          {groups.map(({ title, options }) =>
            options.length === 0 ? null : (
              <ListBoxSection key={title} id={title}>
                <Header className={styles.title}>{title}</Header>
                {bestFirst(options, typed).map(({ id, label: name, description, detail, isDisabled }) => (
                  <ListBoxItem
                    key={id}
                    id={id}
                    textValue={[name, description].filter(Boolean).join(' ')}
                    isDisabled={isDisabled}
                    className={listStyles.option}
                  >
                    <span className={listStyles.words}>
                      <Text slot="label">
                        {name} {description && <span className={listStyles.description}>{description}</span>}
                      </Text>
                      {detail && (
                        <Text slot="description" className={isDisabled ? listStyles.description : styles.detail}>
                          {detail}
                        </Text>
                      )}
                    </span>
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            ),
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}

/** Who types a name wants the one called so, then those that begin so, before others that have it somewhere. */
export function bestFirst<Id extends string>(
  options: readonly SearchOption<Id>[],
  typed: string,
): readonly SearchOption<Id>[] {
  const text = typed.trim().toLowerCase()
  if (text === '') return options
  const rank = ({ label }: SearchOption<Id>) => {
    const name = label.toLowerCase()
    return name === text ? 0 : name.startsWith(text) ? 1 : 2
  }
  return options.toSorted((a, b) => rank(a) - rank(b))
}
