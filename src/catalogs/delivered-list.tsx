import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#src/paths.ts'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import { List } from '#src/ui/data/list.tsx'
import { DeliveredPointsLayer } from './delivered-points.layer.tsx'
import type { DeliveredPicture } from './delivered-picture.ts'
import { DeliveredRow } from './delivered-row.tsx'

type DeliveredListProps = {
  pictures: readonly DeliveredPicture[]
  /** Ids of those that are ticked, where they can be. */
  picked?: ReadonlySet<string>
  onPick?: (id: string, isPicked: boolean) => void
}

const none: ReadonlySet<string> = new Set()

/** Delivered pictures as rows and, while the list is there, as outlines on the map: pointing at one shows the other. */
export function DeliveredList({ pictures, picked, onPick }: DeliveredListProps) {
  const [hoveredId, setHoveredId] = useState<string | null>(null)
  const navigate = useNavigate()
  const open = (id: string | undefined) => id !== undefined && void navigate(paths.catalog(id))
  const selectedKeys = useMemo(() => [...(picked ?? none)], [picked])
  const scenes = useMemo(() => pictures.flatMap(({ scene }) => (scene ? [scene] : [])), [pictures])
  return (
    <>
      <List label="Delivered pictures">
        {pictures.map((picture) => (
          <DeliveredRow
            key={picture.id}
            picture={picture}
            isHovered={picture.id === hoveredId}
            onHoverChange={setHoveredId}
            isPicked={picked?.has(picture.id)}
            onPick={onPick}
          />
        ))}
      </List>
      <FootprintsLayer
        scenes={scenes}
        selectedKeys={selectedKeys}
        hoveredKey={hoveredId}
        onHoverChange={setHoveredId}
        onPress={([id]) => open(id)}
      />
      <DeliveredPointsLayer scenes={scenes} hoveredId={hoveredId} onHoverChange={setHoveredId} onPress={open} />
    </>
  )
}
