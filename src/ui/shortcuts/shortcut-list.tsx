import { Kbd } from '../data/kbd.tsx'
import { Dialog } from '../overlay/dialog.tsx'
import { words } from '../words.ts'
import { activeShortcuts } from './shortcut-store.ts'
import styles from './shortcut-list.module.css'

/** What the keys of this screen do. */
export function ShortcutList({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  return (
    <Dialog title={words.shortcuts} size="s" isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className={styles.list}>
        {(isOpen ? activeShortcuts() : []).map(({ keys, does }) => (
          <div key={keys} className={styles.entry}>
            <dt>
              <Kbd keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
