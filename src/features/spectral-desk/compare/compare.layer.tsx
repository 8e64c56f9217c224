import { useMemo } from 'react'
import type { ScreenClip } from '#src/imagery/band-math-layer.ts'
import { useViewBox } from '#src/map/view-inset.ts'
import { RasterLayer } from '#src/rasters/raster-layer.tsx'
import { useDesk } from '../desk-context.ts'
import { useComparison } from './compare-context.ts'
import { HalfOfB } from './half-of-b.tsx'
import type { Difference } from './use-difference.ts'

/** Draws picture B on the map, over A. */
export function CompareLayer() {
  const { b, compare, difference } = useComparison()
  const { clip, isHidden } = useSideOnMap('B')
  const box = useViewBox()
  if (compare.versus === 'difference') return difference.kind === 'ready' ? <DifferenceLayer {...difference} /> : null
  if (!b?.shown) return null
  const layer = (
    <RasterLayer
      name="desk-b"
      cog={b.shown.cog}
      paint={b.shown.paint}
      opacity={isHidden ? 0 : b.picture.opacity / 100}
      clip={clip}
      order={0.5}
      {...(b.scene.onRefresh && { onRefresh: b.scene.onRefresh })}
    />
  )
  if (compare.versus !== 'side') return layer
  return box && <HalfOfB box={box}>{layer}</HalfOfB>
}

function DifferenceLayer({ cog, paint }: Extract<Difference, { kind: 'ready' }>) {
  const { scene, picture } = useDesk()
  return (
    <RasterLayer
      name="desk-difference"
      cog={cog}
      paint={paint}
      opacity={picture.opacity / 100}
      {...(scene.onRefresh && { onRefresh: scene.onRefresh })}
    />
  )
}

/** Where a picture is drawn while two are compared on one map. */
export function useSideOnMap(side: 'A' | 'B'): { clip: ScreenClip | undefined; isHidden: boolean } {
  const { compare, b, isBShown, difference } = useComparison()
  const box = useViewBox()
  const { versus, divider } = compare
  const share = box && (box.left + (box.width * divider) / 100) / box.mapWidth
  const isSwipe = versus === 'swipe' && b?.shown !== undefined && share !== undefined
  const clip = useMemo((): ScreenClip | undefined => {
    if (!isSwipe) return undefined
    return side === 'A' ? [0, share] : [share, 1]
  }, [isSwipe, share, side])
  const isBlinkedAway = versus === 'blink' && b?.shown !== undefined && isBShown !== (side === 'B')
  return { clip, isHidden: isBlinkedAway || (versus === 'difference' && difference.kind === 'ready') }
}
