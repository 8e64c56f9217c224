import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { useSideOnMap } from './compare/compare.layer.tsx'
import { useDesk } from './desk-context.ts'

/** Draws the picture on the map. */
export function DeskLayer() {
  const { scene, picture, shown } = useDesk()
  const { clip, isHidden } = useSideOnMap('A')
  if (!shown) return null
  return (
    <RasterLayer
      name="desk"
      cog={shown.cog}
      paint={shown.paint}
      opacity={isHidden ? 0 : picture.opacity / 100}
      clip={clip}
      {...(scene.onRefresh && { onRefresh: scene.onRefresh })}
    />
  )
}
