import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { createAngleLayer } from '#src/imagery/angle/angle-layer.ts'
import type { AngleMap } from '#src/imagery/angle/angle-map.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { CustomLayer } from '#src/map/custom-layer.tsx'
import { LoadLine } from './load-line.tsx'

declare global {
  interface Window {
    /** What end-to-end tests may read. Only in builds made with VITE_TEST_HANDLE=1. */
    swathAngles?: AngleMap | undefined
  }
}

type LikenessLayerProps = {
  /** Unique on the map. */
  name: string
  cog: Cog
  /** A value for each band of the file, NaN where it is not to be compared. */
  reference: readonly number[]
  /** Spectral angle up to which a pixel is drawn. */
  withinRad: number
  /** 0 to 1 */
  opacity?: number
  /** Higher lies above, among the imagery. */
  order?: number
  /** Asks for fresh addresses, as signed ones expire. */
  onRefresh?: () => Promise<unknown>
  /** Gets the angles of all pixels once they are computed. */
  children?: (map: AngleMap | undefined) => ReactNode
}

/** Draws on the map where a raster is like a spectrum. Where it stands it shows how loading goes, and its children. */
export function LikenessLayer(props: LikenessLayerProps) {
  const { name, cog, reference, withinRad, opacity = 1, order = 0, onRefresh, children } = props
  const layer = useMemo(() => createAngleLayer(cog), [cog])
  const state = useSyncExternalStore(layer.subscribe, layer.state)
  const angles = useSyncExternalStore(layer.subscribe, layer.angles)
  useEffect(() => layer.setReference(reference), [layer, reference])
  useEffect(() => layer.setWithin(withinRad), [layer, withinRad])
  useEffect(() => layer.setOpacity(opacity), [layer, opacity])
  useEffect(() => {
    if (import.meta.env.VITE_TEST_HANDLE) window.swathAngles = angles
  }, [angles])
  return (
    <>
      <CustomLayer name={name} slot="imagery" order={order} layer={layer} />
      <LoadLine state={state} unit="bands" onRetry={() => void Promise.resolve(onRefresh?.()).finally(layer.retry)} />
      {children?.(angles)}
    </>
  )
}
