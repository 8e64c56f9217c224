import { Check, Pencil, Trash2, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link } from 'react-aria-components'
import { paths } from '#src/paths.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { words } from '../words.ts'
import styles from './saved.module.css'
import { longestName, type SavedSearch } from './saved-searches.ts'
import { removeSearch, savedSearches, useSavedSearches } from './use-saved-searches.ts'

type SavedListProps = {
  /** The search of the moment: the same one is marked. */
  search: string
  onOpen?: () => void
}

/** Saved searches by name: opened, renamed, deleted. */
export function SavedList({ search, onOpen }: SavedListProps) {
  const entries = useSavedSearches()
  const [renamedId, setRenamedId] = useState<string>()
  const whole = useRef<HTMLDivElement>(null)
  // What had the focus goes away: it stays near, so that Escape still closes the window around.
  const keepFocus = () => whole.current?.focus()
  return (
    <div ref={whole} tabIndex={-1} className={styles.whole}>
      {entries.length === 0 && <p className={styles.none}>{words.noSavedSearches}</p>}
      <ul aria-label={words.savedSearches} className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            {entry.id === renamedId ? (
              <RenameForm
                entry={entry}
                onDone={() => {
                  keepFocus()
                  setRenamedId(undefined)
                }}
              />
            ) : (
              <>
                <Link
                  href={`${paths.explore()}?${entry.search}`}
                  onPress={onOpen}
                  aria-current={entry.search === search || undefined}
                  className={styles.link}
                >
                  {entry.name}
                </Link>
                <IconButton
                  icon={Pencil}
                  size="s"
                  label={words.rename(entry.name)}
                  onPress={() => setRenamedId(entry.id)}
                />
                <IconButton
                  icon={Trash2}
                  size="s"
                  label={words.remove(entry.name)}
                  onPress={() => {
                    keepFocus()
                    removeSearch(entry)
                  }}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where one has not begun to search yet: what was saved, if anything. */
export function SavedToBegin() {
  const isAny = useSavedSearches().length > 0
  if (!isAny) return null
  return (
    <Section title={words.savedSearches}>
      <SavedList search="" />
    </Section>
  )
}

function RenameForm({ entry, onDone }: { entry: SavedSearch; onDone: () => void }) {
  const [name, setName] = useState(entry.name)
  const [isTaken, setTaken] = useState(false)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        if (savedSearches.rename(entry.id, name)) onDone()
        else setTaken(true)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // The window around stays.
        event.stopPropagation()
        onDone()
      }}
    >
      <TextField
        label={words.searchName}
        labelPlacement="hidden"
        value={name}
        onChange={(text) => {
          setName(text)
          setTaken(false)
        }}
        maxLength={longestName}
        autoFocus
        error={isTaken ? words.nameTaken : undefined}
      />
      <IconButton icon={Check} type="submit" size="s" label={words.save} isDisabled={name.trim() === ''} />
      <IconButton icon={X} size="s" label={words.cancel} onPress={onDone} />
    </form>
  )
}
