import { useMemo } from 'react'
import type { FootprintColours } from '#src/scenes/footprint-colours.ts'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import { QuicklookLayer } from '#src/scenes/quicklook.layer.tsx'
import type { Scene } from '#src/scenes/scene.ts'

type ResultsOnMapProps = {
  scenes: readonly Scene[]
  /** In the order of picking: the last lies above. */
  picked: readonly Scene[]
  focused: Scene | undefined
  hoveredKey: string | null
  colours: FootprintColours | null
  /** Of quicklooks, percent. */
  opacity: number
  /** Its quicklook is out of the way for the moment, so that another can be seen. */
  hiddenKey: string | null
  onHoverChange: (key: string | null) => void
  onFocusChange: (key: string) => void
}

/** More pictures than that hide each other and cost memory. */
const mostDraped = 12

/** Outlines of the scenes found; quicklooks of those picked in the order of picking, the one looked at above them. */
export function ResultsOnMap(props: ResultsOnMapProps) {
  const { scenes, picked, focused, hoveredKey, colours, opacity, hiddenKey, onHoverChange, onFocusChange } = props
  const focusedKey = focused?.key ?? null
  const draped = useMemo(() => drapedScenes(picked, focused), [picked, focused])
  const selectedKeys = useMemo(
    () => [...picked, ...(focused ? [focused] : [])].map(({ key }) => key),
    [picked, focused],
  )
  return (
    <>
      <FootprintsLayer
        scenes={scenes}
        selectedKeys={selectedKeys}
        hoveredKey={hoveredKey}
        colours={colours}
        onHoverChange={onHoverChange}
        onPress={(keys) => onFocusChange(nextKey(keys, focusedKey))}
      />
      {draped.map(([scene, order]) => (
        <QuicklookLayer
          key={`${scene.key} ${order}`}
          scene={scene}
          order={order}
          opacity={scene.key === hiddenKey ? 0 : opacity / 100}
        />
      ))}
    </>
  )
}

function drapedScenes(picked: readonly Scene[], focused: Scene | undefined): [Scene, order: number][] {
  const under = picked.slice(0, mostDraped).filter(({ key }) => key !== focused?.key)
  return [...under, ...(focused ? [focused] : [])].map((scene) => [
    scene,
    scene === focused ? mostDraped : picked.indexOf(scene),
  ])
}

/** Footprints lie over each other: each further press looks at the next one below. */
function nextKey(keys: readonly string[], current: string | null): string {
  const at = current === null ? -1 : keys.indexOf(current)
  return keys[(at + 1) % keys.length] ?? ''
}
