import { Frame, ShoppingCart } from 'lucide-react'
import { unionCoveragePercent } from '#src/geo/coverage.ts'
import type { Area } from '#src/geo/rings.ts'
import { words as sceneWords } from '#src/scenes/words.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import styles from './picked-bar.module.css'
import { words } from './words.ts'

type PickedBarProps = {
  picked: readonly Scene[]
  area: Area | null
  /** Address of the form for an AOI of these scenes; null when they can not be one. */
  newAoiHref: string | null
  /** Why not, in words. */
  newAoiReason?: string
  onClear: () => void
  onAddToCart: () => void
}

/** What can be done with the ticked scenes, and how much of the area they cover together. */
export function PickedBar({ picked, area, newAoiHref, newAoiReason, onClear, onAddToCart }: PickedBarProps) {
  const footprints = picked.flatMap(({ footprint }) => footprint ?? [])
  const covered = area ? sceneWords.coverage(unionCoveragePercent(area, footprints)) : null
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <span role="status" data-figures className={styles.count}>
          {words.pickedCover(picked.length, covered)}
        </span>
        <Button size="s" tone="quiet" onPress={onClear}>
          {words.clearPicked}
        </Button>
      </div>
      <div className={styles.actions}>
        <LinkButton href={newAoiHref ?? ''} icon={Frame} isDisabled={newAoiHref === null} isWide>
          {words.createAoi}
        </LinkButton>
        <Button tone="primary" icon={ShoppingCart} isDisabled={!area} onPress={onAddToCart} isWide>
          {words.addToCart}
        </Button>
      </div>
      {newAoiReason && <p className={styles.reason}>{newAoiReason}</p>}
    </div>
  )
}
