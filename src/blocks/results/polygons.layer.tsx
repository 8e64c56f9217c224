import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { colormapHex } from '#src/formula/colormaps.ts'
import { OVERLAY_PALETTE } from '#src/map/basemap-palette.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'
import { placeProperty } from './read-polygons.ts'

type PolygonsLayerProps = {
  name: string
  collection: FeatureCollection
  /** 0 to 1 */
  opacity: number
  /** The figure that colours them; null for outlines. */
  colouring: { property: string; min: number; max: number; colormap: string } | null
  selected: number | null
  onSelect: (place: number | null) => void
}

/** Polygons of a result; a click selects one. */
export function PolygonsLayer({ name, collection, opacity, colouring, selected, onSelect }: PolygonsLayerProps) {
  const theme = useMapTheme()
  const colouringKey = JSON.stringify(colouring)
  const parts = useMemo((): LayerPart[] => {
    const { accent, edge, hover, outline } = OVERLAY_PALETTE[theme]
    const isSelected = ['boolean', ['feature-state', 'selected'], false]
    const by = JSON.parse(colouringKey) as typeof colouring
    const fill = by ? rampExpression(by) : accent
    const strength = (by ? 0.85 : 0.08) * opacity
    return [
      {
        part: 'fill',
        type: 'fill',
        paint: {
          'fill-color': fill as string,
          'fill-opacity': ['case', isSelected, Math.max(strength, 0.35), strength] as never,
        },
      },
      {
        part: 'line',
        type: 'line',
        paint: {
          'line-color': ['case', isSelected, hover, by ? edge : outline] as never,
          'line-width': ['case', isSelected, 2.5, by ? 0.5 : 1] as never,
          'line-opacity': ['case', isSelected, 1, opacity] as never,
        },
      },
    ]
  }, [theme, opacity, colouringKey])
  return (
    <GeoJsonLayer
      name={name}
      slot="footprints"
      data={collection}
      parts={parts}
      idProperty={placeProperty}
      selectedIds={selected === null ? none : [selected]}
      onFeatureClick={([hit]) => hit && onSelect(hit.id === selected ? null : Number(hit.id))}
    />
  )
}

const none: number[] = []
const steps = 8

/** From the least to the greatest value along a colour map; grey where there is none. */
function rampExpression({ property, min, max, colormap }: NonNullable<PolygonsLayerProps['colouring']>): unknown {
  if (!(max > min)) return colormapHex(colormap, 0.5)
  const stops = Array.from({ length: steps + 1 }, (_, i) => [
    min + ((max - min) * i) / steps,
    colormapHex(colormap, i / steps),
  ]).flat()
  const value = ['get', property]
  return ['case', ['==', ['typeof', value], 'number'], ['interpolate', ['linear'], value, ...stops], '#8c8c8c']
}
