import { useId, type ReactNode } from 'react'
import styles from './gallery.module.css'

/** A titled card of the gallery. */
export function Sample({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.sample}>
      <h2 id={id} className={styles.sampleTitle}>
        {title}
      </h2>
      <div className={styles.content}>{children}</div>
    </section>
  )
}

/** Things side by side. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
