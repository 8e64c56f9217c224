import { useEffect, useRef } from 'react'
import { List } from '#src/ui/data/list.tsx'
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
}

/** Scenes one under another. The one that is looked at comes into sight, also when it was chosen on the map. */
export function SceneList(props: SceneListProps) {
  const { scenes, coverage, focusedKey, hoveredKey, tickedKeys, detailsHref, ...handlers } = props
  const list = useRef<HTMLDivElement>(null)
  const focusedAt = focusedKey === null ? -1 : scenes.findIndex(({ key }) => key === focusedKey)

  useEffect(() => {
    if (focusedAt < 0) return
    const row = list.current?.querySelector('ul')?.children[focusedAt]
    if (row && !row.contains(document.activeElement)) row.scrollIntoView({ block: 'nearest' })
  }, [focusedAt])

  return (
    <div ref={list}>
      <List label={words.scenes}>
        {scenes.map((scene) => (
          <SceneRow
            key={scene.key}
            {...handlers}
            scene={scene}
            coveragePercent={coverage?.get(scene.key)}
            isFocused={scene.key === focusedKey}
            isHovered={scene.key === hoveredKey}
            isTicked={tickedKeys.has(scene.key)}
            detailsHref={detailsHref(scene)}
          />
        ))}
      </List>
    </div>
  )
}
