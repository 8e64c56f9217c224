import { useDeferredValue } from 'react'
import { useLiveArea, type LiveArea } from '#src/areas/live-area.ts'
import { unionCoveragePercent } from '#src/geo/coverage.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { words as sceneWords } from '#src/scenes/words.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import styles from './picked-bar.module.css'
import { usePickedPrice } from './use-picked-price.ts'
import { words } from './words.ts'

type PickedFiguresProps = { picked: readonly Scene[]; area: Area | null; live: LiveArea }

/** How much of the area the picked scenes cover together, and what they cost: both follow the hand that draws it. */
export function PickedFigures({ picked, area, live }: PickedFiguresProps) {
  const inHand = useLiveArea(live)
  const shown = useDeferredValue(inHand ?? area)
  const price = usePickedPrice(picked, shown)
  const footprints = picked.flatMap(({ footprint }) => footprint ?? [])
  const covered = shown ? sceneWords.coverage(unionCoveragePercent(shown, footprints)) : null
  return (
    <span data-figures className={styles.figures}>
      <span role="status" className={styles.count}>
        {words.pickedCover(picked.length, covered)}
      </span>
      {price.tokens !== undefined && (
        <span className={price.isCurrent ? styles.price : styles.stalePrice}>
          <Tokens amount={price.tokens} />
        </span>
      )}
    </span>
  )
}
