import type { Polygon, MultiPolygon } from 'geojson'
import { useMemo } from 'react'
import { OVERLAY_PALETTE } from '#src/map/basemap-palette.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'
import type { OrderedScene } from './ordered-scenes.ts'

export const outlinesOf = (scenes: readonly OrderedScene[]) =>
  scenes.flatMap(({ outline }) => (outline ? [outline as Polygon | MultiPolygon] : []))

/** Outlines of what was ordered, until the delivered pictures take their place. */
export function OrderedScenesLayer({ scenes }: { scenes: readonly OrderedScene[] }) {
  const { accent } = OVERLAY_PALETTE[useMapTheme()]
  const data = useMemo(() => ({ type: 'GeometryCollection' as const, geometries: outlinesOf(scenes) }), [scenes])
  const parts = useMemo(
    (): LayerPart[] => [
      {
        part: 'line',
        type: 'line',
        paint: { 'line-color': accent, 'line-width': 1.5, 'line-dasharray': [3, 2] },
      },
    ],
    [accent],
  )
  return <GeoJsonLayer name="ordered" slot="footprints" data={data} parts={parts} />
}
