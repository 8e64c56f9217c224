import { useMemo } from 'react'
import type { Paint } from '#src/imagery/paint.ts'
import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { useDesk } from './desk-context.ts'
import { treesOfPicture } from './picture/picture-trees.ts'

/** Draws the picture on the map. */
export function DeskLayer() {
  const { scene, picture } = useDesk()
  const paint = useMemo((): Paint | undefined => {
    const read = treesOfPicture(picture, scene.cog.info.bands)
    if (!read.ok) return undefined
    const [first, second, third] = read.trees
    const range = [0, 0.3] as const
    if (first && second && third) return { kind: 'rgb', trees: [first, second, third], ranges: [range, range, range] }
    return first && { kind: 'ramp', tree: first, range: picture['f-range'] ?? [0, 1], colormap: picture['f-colours'] }
  }, [picture, scene])
  if (!paint) return null
  return (
    <RasterLayer
      name="desk"
      cog={scene.cog}
      paint={paint}
      opacity={picture.opacity / 100}
      {...(scene.onRefresh && { onRefresh: scene.onRefresh })}
    />
  )
}
