import { Frame, ShoppingCart } from 'lucide-react'
import { useMemo } from 'react'
import { checkArea } from '#src/areas/checked-area.ts'
import { areaToUrl } from '#src/geo/area-in-url.ts'
import type { Area } from '#src/geo/rings.ts'
import { paths } from '#src/paths.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { Button, LinkButton } from '#src/ui/button/button.tsx'
import styles from './picked-bar.module.css'
import { useAddToCart } from './use-add-to-cart.ts'
import { words } from './words.ts'

type SceneActionsProps = {
  scene: Scene
  /** The area looked for; without one, the whole footprint is meant. */
  area: Area | null
}

/** What can be done with one scene. */
export function SceneActions({ scene, area }: SceneActionsProps) {
  const putIntoCart = useAddToCart()
  const meant = area ?? scene.footprint
  const checked = useMemo(() => (meant ? checkArea(meant) : null), [meant])
  const isAoi = checked?.isAoi ?? false
  const isOrderable = scene.sources.includes('archive')
  return (
    <div className={styles.bar}>
      {!isOrderable && <p className={styles.reason}>{words.sceneNotOrderable}</p>}
      {checked && !isAoi && <p className={styles.reason}>{checked.findings.at(checked.usable ? -1 : 0)?.message}</p>}
      {!area && <p className={styles.reason}>{words.orderNeedsArea}</p>}
      <div className={styles.actions}>
        <LinkButton
          icon={Frame}
          isWide
          isDisabled={!isAoi}
          href={meant ? paths.newAoi({ area: areaToUrl(meant), scenes: [scene.id] }) : ''}
        >
          {words.createAoi}
        </LinkButton>
        <Button
          tone="primary"
          icon={ShoppingCart}
          isWide
          isDisabled={!meant || !isOrderable}
          onPress={() => meant && putIntoCart([scene], meant)}
        >
          {words.addToCart}
        </Button>
      </div>
    </div>
  )
}
