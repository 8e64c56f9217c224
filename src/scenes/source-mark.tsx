import { Frame, ShoppingCart } from 'lucide-react'
import type { SceneSource } from './scene.ts'
import styles from './source-mark.module.css'
import { words } from './words.ts'

const icons = { archive: ShoppingCart, analysis: Frame } as const

/** Which of the two catalogues have a scene, by the signs of what can be done with it. */
export function SourceMark({ sources }: { sources: readonly SceneSource[] }) {
  if (sources.length === 0) return null
  const text = sources.map((source) => words.foundIn[source]).join('. ')
  return (
    <span role="img" aria-label={text} title={text} className={styles.mark}>
      {sources.map((source) => {
        const Icon = icons[source]
        return <Icon key={source} size={12} aria-hidden />
      })}
    </span>
  )
}
