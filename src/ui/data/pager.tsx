import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '../button/icon-button.tsx'
import styles from './pager.module.css'

type PagerProps = {
  /** What is paged, as "orders". */
  things: string
  /** Counted from 0. */
  index: number
  size: number
  /** How many there are on all pages; unknown when the service does not say. */
  total: number | undefined
  /** How many rows this page has. */
  shown: number
  onChange: (index: number) => void
}

/** Which part of a long list is shown, and the way to the next. Nothing when one page holds all. */
export function Pager({ things, index, size, total, shown, onChange }: PagerProps) {
  const isLast = total === undefined ? shown < size : (index + 1) * size >= total
  if (index === 0 && isLast) return null
  const first = index * size + 1
  const range = shown === 0 ? 'None' : `${first.toLocaleString('en-GB')}–${(first + shown - 1).toLocaleString('en-GB')}`
  return (
    <nav aria-label={`Pages of ${things}`} className={styles.pager}>
      <span data-figures className={styles.range}>
        {range}
        {total !== undefined && ` of ${total.toLocaleString('en-GB')}`} {things}
      </span>
      <IconButton
        icon={ChevronLeft}
        label="Previous page"
        isDisabled={index === 0}
        onPress={() => onChange(index - 1)}
      />
      <IconButton icon={ChevronRight} label="Next page" isDisabled={isLast} onPress={() => onChange(index + 1)} />
    </nav>
  )
}
