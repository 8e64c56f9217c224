import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '#src/paths.ts'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import { List } from '#src/ui/data/list.tsx'
import { DeliveredPointsLayer } from './delivered-points.layer.tsx'
import type { DeliveredPicture } from './delivered-picture.ts'
import { DeliveredRow } from './delivered-row.tsx'

const none: readonly string[] = []

/** Delivered pictures as rows and, while the list is there, as outlines on the map: pointing at one shows the other. */
export function DeliveredList({ pictures }: { pictures: readonly DeliveredPicture[] }) {
  const [hoveredId, setHoveredId] = useState<string | null>(null)
  const navigate = useNavigate()
  const open = (id: string | undefined) => id !== undefined && void navigate(paths.catalog(id))
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
          />
        ))}
      </List>
      <FootprintsLayer
        scenes={scenes}
        selectedKeys={none}
        hoveredKey={hoveredId}
        onHoverChange={setHoveredId}
        onPress={([id]) => open(id)}
      />
      <DeliveredPointsLayer scenes={scenes} hoveredId={hoveredId} onHoverChange={setHoveredId} onPress={open} />
    </>
  )
}
