import { useMemo } from 'react'
import type { Area } from '#src/geo/rings.ts'
import { OVERLAY_PALETTE, type MapTheme } from '#src/map/basemap-palette.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'

/** An area, where it is only to be seen and not to be drawn. */
export function AreaLayer({ area }: { area: Area }) {
  const theme = useMapTheme()
  const parts = useMemo(() => areaParts(theme), [theme])
  return <GeoJsonLayer name="area" slot="drawing" data={area} parts={parts} />
}

function areaParts(theme: MapTheme): LayerPart[] {
  const { accent, edge } = OVERLAY_PALETTE[theme]
  return [
    { part: 'edge', type: 'line', paint: { 'line-color': edge, 'line-width': 4, 'line-opacity': 0.5 } },
    { part: 'line', type: 'line', paint: { 'line-color': accent, 'line-width': 2, 'line-dasharray': [3, 2] } },
  ]
}
