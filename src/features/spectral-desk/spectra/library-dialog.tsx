import { FolderOpen, Trash2 } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { LibraryEntry } from '#src/spectra/library/library-entry.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { SearchField } from '#src/ui/field/search-field.tsx'
import { Dialog } from '#src/ui/overlay/dialog.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { ownLibraries } from './own-libraries.ts'
import { useSpectra } from './spectra-context.ts'
import styles from './spectra.module.css'
import { words } from './words.ts'

type LibraryDialogProps = {
  entries: readonly LibraryEntry[]
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** A file of thousands is searched, not scrolled through. */
const listedAtMost = 200

/** What spectra are compared with: the built-in materials and files of one's own. */
export function LibraryDialog({ entries, isOpen, onOpenChange }: LibraryDialogProps) {
  const { state, change } = useSpectra()
  const own = useSyncExternalStore(ownLibraries.subscribe, ownLibraries.read)
  const [filter, setFilter] = useState('')
  const [problems, setProblems] = useState<readonly string[]>([])
  const wanted = filter.trim().toLowerCase()
  const shown = entries.filter(({ name, group }) => `${name} ${group}`.toLowerCase().includes(wanted))
  const listed = shown.slice(0, listedAtMost)
  const groups = [...new Set(listed.map(({ group }) => group))]

  const add = async (files: readonly File[]) => {
    const { added, problems: found, isKept } = await ownLibraries.add(files)
    setProblems(found)
    for (const { fileName, spectra } of added) {
      notify({
        tone: isKept ? 'ok' : 'warn',
        title: words.libraryAdded(spectra.length, fileName),
        ...(!isKept && { body: words.libraryNotKept }),
      })
    }
  }
  const remove = (fileName: string) => {
    const gone = new Set(own.find((library) => library.fileName === fileName)?.spectra.map(({ id }) => id))
    change(({ compared }) => ({ compared: compared.filter((id) => !gone.has(id)) }))
    void ownLibraries.remove(fileName)
  }

  return (
    <Dialog
      title={words.libraryTitle}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['.csv', '.txt', '.tsv', '.sli', '.hdr', 'text/plain', 'text/csv']}
          onSelect={(files) => void add([...(files ?? [])])}
        >
          <Button icon={FolderOpen}>{words.libraryAdd}</Button>
        </FileTrigger>
      }
    >
      <div className={styles.library}>
        <p className={styles.note}>
          {words.libraryIntro} {words.libraryKinds}
        </p>
        <ul aria-live="polite" className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <SearchField label={words.libraryFilter} value={filter} onChange={setFilter} />
        {shown.length === 0 && <EmptyState>{words.libraryNone}</EmptyState>}
        {groups.map((group) => (
          <section key={group} aria-label={group} className={styles.libraryGroup}>
            <div className={styles.libraryHead}>
              <h3 className={styles.libraryTitle}>{group}</h3>
              {own.some(({ fileName }) => fileName === group) && (
                <IconButton icon={Trash2} size="s" label={words.libraryRemove(group)} onPress={() => remove(group)} />
              )}
            </div>
            <ul className={styles.libraryList}>
              {listed
                .filter((entry) => entry.group === group)
                .map(({ id, name }) => (
                  <li key={id}>
                    <Checkbox
                      isSelected={state.compared.includes(id)}
                      onChange={(isOn) =>
                        change(({ compared }) => ({
                          compared: isOn ? [...compared, id] : compared.filter((each) => each !== id),
                        }))
                      }
                    >
                      {name}
                    </Checkbox>
                  </li>
                ))}
            </ul>
            <p className={styles.note}>{sourcesOf(listed.filter((entry) => entry.group === group))}</p>
          </section>
        ))}
        {shown.length > listedAtMost && <p className={styles.note}>{words.libraryMore(shown.length - listedAtMost)}</p>}
      </div>
    </Dialog>
  )
}

function sourcesOf(entries: readonly LibraryEntry[]): string {
  const sources = [...new Set(entries.map(({ source }) => source))]
  return `${sources.slice(0, 3).join('. ')}.`
}
