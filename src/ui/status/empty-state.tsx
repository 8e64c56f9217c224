import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type EmptyStateProps = {
  icon?: LucideIcon
  /** One sentence: what would be here, and how to get it. */
  children: ReactNode
  /** One button. */
  action?: ReactNode
}

/** A screen or list with nothing in it yet. */
export function EmptyState({ icon: Icon, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={20} strokeWidth={1.5} aria-hidden />}
      <p className={styles.words}>{children}</p>
      {action}
    </div>
  )
}
