import { Frame, ShoppingCart } from 'lucide-react'
import type { LiveArea } from '#src/areas/live-area.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import styles from './picked-bar.module.css'
import { PickedFigures } from './picked-figures.tsx'
import { words } from './words.ts'

type PickedBarProps = {
  picked: readonly Scene[]
  area: Area | null
  /** The area under the hand, while there is one. */
  live: LiveArea
  /** Address of the form for an AOI of these scenes; null when they can not be one. */
  newAoiHref: string | null
  /** Why not, in words. */
  newAoiReason?: string
  onClear: () => void
  onAddToCart: () => void
}

/** What can be done with the ticked scenes, and how much of the area they cover together. */
export function PickedBar({ picked, area, live, newAoiHref, newAoiReason, onClear, onAddToCart }: PickedBarProps) {
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <PickedFigures picked={picked} area={area} live={live} />
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
