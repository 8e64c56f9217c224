import { Frame, ShoppingCart } from 'lucide-react'
import type { SceneSource } from './scene.ts'
import styles from './source-mark.module.css'
import { words } from './words.ts'

const icons = { archive: ShoppingCart, analysis: Frame } as const

/** That only one of the two catalogues has a scene, by the sign of what can be done with it. Most are in both, unmarked. */
export function SourceMark({ sources }: { sources: readonly SceneSource[] }) {
  const [only, other] = sources
  if (!only || other) return null
  const Icon = icons[only]
  return (
    <span role="img" aria-label={words.foundIn[only]} title={words.foundIn[only]} className={styles.mark}>
      <Icon size={12} aria-hidden />
    </span>
  )
}
