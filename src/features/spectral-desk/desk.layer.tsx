import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { useDesk } from './desk-context.ts'

/** Draws the picture on the map. */
export function DeskLayer() {
  const { scene, picture, shown } = useDesk()
  if (!shown) return null
  return (
    <RasterLayer
      name="desk"
      cog={shown.cog}
      paint={shown.paint}
      opacity={picture.opacity / 100}
      {...(scene.onRefresh && { onRefresh: scene.onRefresh })}
    />
  )
}
