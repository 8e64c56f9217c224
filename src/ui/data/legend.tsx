import type { ReactNode } from 'react'
import { formatNumber } from './format-number.ts'
import styles from './legend.module.css'

export type LegendItem = {
  /** Any CSS colour. */
  colour: string
  label: string
  areaHa?: number
  percent?: number
}

type LegendProps = {
  /** Accessible name, as "NDVI classes". */
  label: string
  items: readonly LegendItem[]
  /** Decimals of the areas. */
  areaDigits?: number
  /** Replaces the swatch, as by a colour picker. */
  renderSwatch?: (item: LegendItem, index: number) => ReactNode
}

/** Classes of a map: colour, name, area in hectares and share. */
export function Legend({ label, items, areaDigits = 1, renderSwatch }: LegendProps) {
  const hasArea = items.some((item) => item.areaHa !== undefined)
  const hasPercent = items.some((item) => item.percent !== undefined)
  return (
    <ul
      aria-label={label}
      className={styles.legend}
      data-area={hasArea || undefined}
      data-percent={hasPercent || undefined}
    >
      {items.map((item, index) => (
        <li key={`${index}-${item.label}`} className={styles.item}>
          {renderSwatch?.(item, index) ?? (
            <span className={styles.swatch} style={{ background: item.colour }} aria-hidden />
          )}
          <span className={styles.label}>{item.label}</span>
          {hasArea && (
            <span data-figures className={styles.number}>
              {item.areaHa === undefined ? '' : formatNumber(item.areaHa, areaDigits, true)}{' '}
              <span className={styles.unit}>ha</span>
            </span>
          )}
          {hasPercent && (
            <span data-figures className={styles.number}>
              {item.percent === undefined ? '' : formatNumber(item.percent, 1, true)}{' '}
              <span className={styles.unit}>%</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
