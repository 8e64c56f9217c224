import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { createBandMathLayer, type ScreenClip } from '#src/imagery/band-math-layer.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Paint } from '#src/imagery/paint.ts'
import { CustomLayer } from '#src/map/custom-layer.tsx'
import { LoadLine } from './load-line.tsx'

type RasterLayerProps = {
  /** Unique on the map. */
  name: string
  cog: Cog
  paint: Paint
  /** 0 to 1 */
  opacity?: number
  /** Shares of the map's width between which it is drawn; everywhere when absent. Keep the same array between renders. */
  clip?: ScreenClip | undefined
  /** Higher lies above, among the imagery. */
  order?: number
  /** Asks for fresh addresses, as signed ones expire. */
  onRefresh?: () => Promise<unknown>
}

/** Draws a raster on the map while it is mounted. Where it stands it shows only how loading goes, or why it failed. */
export function RasterLayer({ name, cog, paint, opacity = 1, clip, order = 0, onRefresh }: RasterLayerProps) {
  const layer = useMemo(() => createBandMathLayer(cog), [cog])
  const state = useSyncExternalStore(layer.subscribe, layer.state)
  useEffect(() => layer.setPaint(paint), [layer, paint])
  useEffect(() => layer.setOpacity(opacity), [layer, opacity])
  useEffect(() => layer.setClip(clip ?? null), [layer, clip])
  return (
    <>
      <CustomLayer name={name} slot="imagery" order={order} layer={layer} />
      <LoadLine state={state} onRetry={() => void Promise.resolve(onRefresh?.()).finally(layer.retry)} />
    </>
  )
}
