import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { formatNumber } from './format-number.ts'
import styles from './property-list.module.css'

type PropertyProps = {
  label: string
  /** A number is written with `digits` decimals at most; nothing at all becomes a dash. */
  value: ReactNode
  unit?: string
  digits?: number
  /** More about the property, on hover of its label. */
  hint?: string
}

/** Rows of label and value; numbers are right-aligned and their units stand under each other. */
export function PropertyList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>
}

export function Property({ label, value, unit, digits = 2, hint }: PropertyProps) {
  const isMissing = value === undefined || value === null || value === ''
  return (
    <div className={styles.row}>
      <dt title={hint} className={classNames(styles.label, hint !== undefined && styles.hinted)}>
        {label}
      </dt>
      <dd
        data-figures={typeof value === 'number' || undefined}
        className={classNames(styles.value, isMissing && styles.missing)}
      >
        {isMissing ? '–' : typeof value === 'number' ? formatNumber(value, digits) : value}
        {unit && !isMissing && <span className={styles.unit}>{unit}</span>}
      </dd>
    </div>
  )
}
