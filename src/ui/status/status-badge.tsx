import type { LucideIcon } from 'lucide-react'
import { classNames } from '../class-names.ts'
import styles from './status-badge.module.css'
import { toneIcons, type Tone } from './tone.ts'

type StatusBadgeProps = {
  tone: Tone
  /** The app's one word for the state, as "Ready". */
  word: string
  /** The service's own word, on hover. */
  raw?: string
  icon?: LucideIcon
  /** `plain` in dense rows, `pill` beside a title. */
  look?: 'plain' | 'pill'
}

/** A state, said by icon, word and colour together. */
export function StatusBadge({ tone, word, raw, icon, look = 'plain' }: StatusBadgeProps) {
  const Icon = icon ?? toneIcons[tone]
  return (
    <span title={raw} className={classNames(styles.status, styles[tone], styles[look])}>
      <Icon size={13} strokeWidth={2.25} aria-hidden />
      {word}
    </span>
  )
}
