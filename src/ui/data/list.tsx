import type { KeyboardEvent, ReactNode } from 'react'
import styles from './list.module.css'

type ListProps = {
  /** Accessible name, as "Scenes". */
  label: string
  children: ReactNode
}

/** Rows (ListRow) one under another; arrow keys, Home and End move between them. For hundreds of rows: VirtualList. */
export function List({ label, children }: ListProps) {
  return (
    <ul aria-label={label} className={styles.list} onKeyDown={moveFocus}>
      {children}
    </ul>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const mains = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-main]')]
  const at = mains.findIndex((main) => main.parentElement?.contains(document.activeElement))
  if (at < 0) return
  const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: mains.length - 1 }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  mains[target]?.focus()
}
