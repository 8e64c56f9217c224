import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './workflows.module.css'

/** A link within a line of words. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link to={href} className={styles.link}>
      {children}
    </Link>
  )
}
