import { VirtualList } from '#src/ui/data/virtual-list.tsx'
import type { Scene } from './scene.ts'
import { SceneRow, type SceneRowProps } from './scene-row.tsx'
import { words } from './words.ts'

type SceneListProps = Pick<SceneRowProps, 'onFocusChange' | 'onTickChange' | 'onHoverChange'> & {
  scenes: readonly Scene[]
  /** Percent of the area, by scene key. */
  coverage?: ReadonlyMap<string, number>
  focusedKey: string | null
  hoveredKey: string | null
  tickedKeys: ReadonlySet<string>
  detailsHref: (scene: Scene) => string
  /** Height of a sticky header over the list. */
  coveredTopPx?: number
}

const keyOf = ({ key }: Scene) => key
const textsOf = ({ datetime, satellite }: Scene) => [datetime, satellite]

/** Scenes one under another, however many. The one that is looked at or pointed at on the map comes into sight. */
export function SceneList(props: SceneListProps) {
  const { scenes, coverage, focusedKey, hoveredKey, tickedKeys, detailsHref, coveredTopPx, ...handlers } = props
  return (
    <VirtualList
      label={words.scenes}
      items={scenes}
      itemKey={keyOf}
      itemTexts={textsOf}
      rowHeightPx={55}
      coveredTopPx={coveredTopPx}
      shownKey={focusedKey}
      pointedKey={hoveredKey}
      onPick={({ key }) => handlers.onTickChange(key, !tickedKeys.has(key))}
    >
      {(scene, row) => (
        <SceneRow
          key={scene.key}
          {...handlers}
          scene={scene}
          row={row}
          coveragePercent={coverage?.get(scene.key)}
          isFocused={scene.key === focusedKey}
          isHovered={scene.key === hoveredKey}
          isTicked={tickedKeys.has(scene.key)}
          detailsHref={detailsHref(scene)}
        />
      )}
    </VirtualList>
  )
}
