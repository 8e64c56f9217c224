import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Popover } from '#src/ui/overlay/popover.tsx'
import { words } from '../words.ts'
import { SavedList } from './saved-list.tsx'
import styles from './saved.module.css'
import { longestName } from './saved-searches.ts'
import { saveSearch } from './use-saved-searches.ts'

type SavedMenuProps = {
  /** The search of the moment, as its address writes it; empty: there is none to save. */
  search: string
}

/** Saved searches, and a field that saves this one. */
export function SavedMenu({ search }: SavedMenuProps) {
  return (
    <Popover
      trigger={<IconButton icon={Bookmark} label={words.savedSearches} />}
      label={words.savedSearches}
      placement="bottom end"
    >
      {(close) => (
        <div className={styles.menu}>
          <h3 className={styles.title}>{words.savedSearches}</h3>
          {search !== '' && <SaveForm search={search} />}
          <SavedList search={search} onOpen={close} />
        </div>
      )}
    </Popover>
  )
}

function SaveForm({ search }: SavedMenuProps) {
  const [name, setName] = useState('')
  const isEmpty = name.trim() === ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isEmpty) return
        saveSearch(name.trim(), search)
        setName('')
      }}
    >
      <TextField
        label={words.searchName}
        value={name}
        onChange={setName}
        maxLength={longestName}
        placeholder={words.searchExample}
      />
      <Button type="submit" tone="primary" isDisabled={isEmpty}>
        {words.save}
      </Button>
    </form>
  )
}
