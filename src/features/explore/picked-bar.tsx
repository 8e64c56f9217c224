import { Columns2, Frame, ShoppingCart } from 'lucide-react'
import type { LiveArea } from '#src/areas/live-area.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import { ComparePair } from './compare-pair.tsx'
import { DownloadPicked } from './picked/download-picked.tsx'
import styles from './picked-bar.module.css'
import { PickedFigures } from './picked-figures.tsx'
import { words } from './words.ts'

type PickedBarProps = {
  picked: readonly Scene[]
  /** How many were picked; some may not be known here. */
  pickedCount: number
  area: Area | null
  /** The area under the hand, while there is one. */
  live: LiveArea
  /** Address of the form for an AOI of these scenes; null when they can not be one. */
  newAoiHref: string | null
  /** Why not, in words. */
  newAoiReason?: string
  coverage: ReadonlyMap<string, number>
  /** Two picked scenes are held against each other. */
  isComparing: boolean
  onCompare: (isOn: boolean) => void
  onHide: (key: string | null) => void
  onClear: () => void
  onAddToCart: (scenes: readonly Scene[]) => void
}

/** What can be done with the ticked scenes, and how much of the area they cover together. */
export function PickedBar(props: PickedBarProps) {
  const { picked, pickedCount, area, live, newAoiHref, newAoiReason, onClear, onAddToCart } = props
  const { coverage, isComparing, onCompare, onHide } = props
  const [first, second] = picked
  const orderable = picked.filter(({ sources }) => sources.includes('archive'))
  const reasons = [
    ...(newAoiReason ? [newAoiReason] : []),
    ...(picked.length < pickedCount ? [words.pickedUnknown(pickedCount - picked.length)] : []),
    ...(orderable.length < picked.length ? [words.notOrderable(picked.length - orderable.length)] : []),
  ]
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <PickedFigures picked={picked} area={area} live={live} />
        {picked.length === 2 && (
          <ToggleButton label={words.compare} icon={Columns2} isSelected={isComparing} onChange={onCompare} />
        )}
        <Button size="s" tone="quiet" onPress={onClear}>
          {words.clearPicked}
        </Button>
      </div>
      {isComparing && picked.length === 2 && first && second && (
        <ComparePair pair={[first, second]} coverage={coverage} onHide={onHide} />
      )}
      <div className={styles.actions}>
        <LinkButton href={newAoiHref ?? ''} icon={Frame} isDisabled={newAoiHref === null} isWide>
          {words.createAoi}
        </LinkButton>
        <Button
          tone="primary"
          icon={ShoppingCart}
          isDisabled={!area || orderable.length === 0}
          onPress={() => onAddToCart(orderable)}
          isWide
        >
          {words.addToCart}
        </Button>
        <DownloadPicked picked={picked} coverage={coverage} />
      </div>
      {reasons.map((reason) => (
        <p key={reason} className={styles.reason}>
          {reason}
        </p>
      ))}
    </div>
  )
}
