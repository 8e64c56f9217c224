import { useMemo, useState, type ComponentProps } from 'react'
import { gridOutline } from '#src/imagery/raster-grid.ts'
import { useFitOnce } from '#src/map/fit-once.ts'
import { Panel } from '#src/ui/panel/panel.tsx'
import { DeskContext, type Desk } from './desk-context.ts'
import { DeskDock } from './desk-dock.tsx'
import { DeskLayer } from './desk.layer.tsx'
import { PicturePart } from './picture/picture-part.tsx'
import { LikenessPart } from './spectra/likeness-part.tsx'
import { useShownPicture } from './picture/use-shown-picture.ts'

type OpenDeskProps = Pick<Desk, 'scene' | 'picture' | 'changePicture'> & {
  panel: Omit<ComponentProps<typeof Panel>, 'children'>
}

/** The desk with a raster on it: controls at the left, charts below, the picture on the map. */
export function OpenDesk({ scene, picture, changePicture, panel }: OpenDeskProps) {
  const [widthPx, setWidthPx] = useState(372)
  const { read, shown } = useShownPicture(scene.cog, picture)
  const { grid } = scene.cog.info
  useFitOnce(
    scene.source,
    useMemo(() => [gridOutline(grid)], [grid]),
  )
  const desk = useMemo(
    () => ({ scene, picture, changePicture, read, shown }),
    [scene, picture, changePicture, read, shown],
  )
  return (
    <DeskContext value={desk}>
      <Panel {...panel} widthPx={widthPx} onWidthChange={setWidthPx}>
        <DeskLayer />
        <PicturePart />
        <LikenessPart />
      </Panel>
      <DeskDock />
    </DeskContext>
  )
}
