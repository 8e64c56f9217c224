import type { FeatureCollection } from 'geojson'
import { useEffect, useMemo } from 'react'
import { OVERLAY_PALETTE, type MapTheme } from '#src/map/basemap-palette.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'
import type { OpenedFeature } from './area-file-desk.ts'

type OpenedFeaturesLayerProps = {
  features: readonly OpenedFeature[]
  chosen: ReadonlySet<number>
  hovered: number | null
  onHover: (index: number | null) => void
  onPress: (index: number) => void
}

/** The outlines that can be chosen from, brought into view once. */
export function OpenedFeaturesLayer({ features, chosen, hovered, onHover, onPress }: OpenedFeaturesLayerProps) {
  const theme = useMapTheme()
  const fit = useFitBounds()
  const parts = useMemo(() => outlineParts(theme), [theme])
  const data = useMemo(
    (): FeatureCollection => ({
      type: 'FeatureCollection',
      features: features.map(({ index, outline }) => ({ type: 'Feature', properties: { index }, geometry: outline })),
    }),
    [features],
  )
  useEffect(() => fit(data), [fit, data])
  const selectedIds = useMemo(() => [...chosen], [chosen])
  return (
    <GeoJsonLayer
      name="opened-features"
      slot="drawing"
      data={data}
      parts={parts}
      idProperty="index"
      selectedIds={selectedIds}
      hoveredId={hovered}
      onFeatureHover={(hit) => onHover(hit === null ? null : Number(hit.id))}
      onFeatureClick={([hit]) => hit && onPress(Number(hit.id))}
    />
  )
}

function outlineParts(theme: MapTheme): LayerPart[] {
  const { accent, outline, hover } = OVERLAY_PALETTE[theme]
  const isSelected = ['boolean', ['feature-state', 'selected'], false] as const
  const isHovered = ['boolean', ['feature-state', 'hover'], false] as const
  return [
    {
      part: 'fill',
      type: 'fill',
      paint: {
        'fill-color': ['case', [...isSelected], accent, hover],
        'fill-opacity': ['case', [...isHovered], 0.28, [...isSelected], 0.18, 0.03],
      },
    },
    {
      part: 'line',
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': ['case', [...isSelected], accent, [...isHovered], hover, outline],
        'line-width': ['case', [...isHovered], 2.5, [...isSelected], 2, 1],
      },
    },
  ]
}
