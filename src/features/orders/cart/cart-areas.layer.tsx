import { useMemo } from 'react'
import type { Area } from '#src/geo/rings.ts'
import { OVERLAY_PALETTE } from '#src/map/basemap-palette.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'

type CartAreasLayerProps = {
  areas: readonly { key: string; area: Area }[]
  hoveredKey: string | null
  onHoverChange: (key: string | null) => void
}

/** The areas of the cart on the map. */
export function CartAreasLayer({ areas, hoveredKey, onHoverChange }: CartAreasLayerProps) {
  const { accent } = OVERLAY_PALETTE[useMapTheme()]
  const data = useMemo(
    () => ({
      type: 'FeatureCollection' as const,
      features: areas.map(({ key, area }) => ({ type: 'Feature' as const, properties: { key }, geometry: area })),
    }),
    [areas],
  )
  const parts = useMemo((): LayerPart[] => {
    const isHovered = ['boolean', ['feature-state', 'hover'], false] as ['boolean', ['feature-state', string], boolean]
    return [
      { part: 'fill', type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': ['case', isHovered, 0.22, 0.1] } },
      { part: 'line', type: 'line', paint: { 'line-color': accent, 'line-width': ['case', isHovered, 3, 1.5] } },
    ]
  }, [accent])
  return (
    <GeoJsonLayer
      name="cart"
      slot="aois"
      data={data}
      parts={parts}
      idProperty="key"
      hoveredId={hoveredKey}
      onFeatureHover={(hit) => onHoverChange(hit === null ? null : String(hit.id))}
    />
  )
}
