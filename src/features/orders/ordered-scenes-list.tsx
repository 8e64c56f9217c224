import { CopyButton } from '#src/ui/button/copy-button.tsx'
import styles from './ordered-scenes.module.css'
import type { OrderedScene } from './ordered-scenes.ts'

/** The ids of what was ordered; an item does not say of which collection its scenes are, so there is nowhere to link to. */
export function OrderedScenesList({ scenes }: { scenes: readonly OrderedScene[] }) {
  return (
    <ul className={styles.list}>
      {scenes.map(({ id }) => (
        <li key={id} className={styles.row}>
          <span title={id} className={styles.id}>
            {id}
          </span>
          <CopyButton isIconOnly text={id} label="Copy scene id" />
        </li>
      ))}
    </ul>
  )
}
