import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { OVERLAY_PALETTE, type MapTheme } from '#src/map/basemap-palette.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'
import type { Scene } from './scene.ts'

type FootprintsLayerProps = {
  scenes: readonly Scene[]
  /** Picked, or looked at: drawn in the accent. */
  selectedKeys: readonly string[]
  hoveredKey: string | null
  onHoverChange?: (key: string | null) => void
  /** Keys under the pointer, topmost first. */
  onPress?: (keys: string[]) => void
}

/** Outlines of scenes on the map. Only outlines: a hundred of them overlap, and filled they would hide what is under them. */
export function FootprintsLayer({ scenes, selectedKeys, hoveredKey, onHoverChange, onPress }: FootprintsLayerProps) {
  const theme = useMapTheme()
  const parts = useMemo(() => footprintParts(theme), [theme])
  const data = useMemo(
    (): FeatureCollection => ({
      type: 'FeatureCollection',
      features: scenes.flatMap(({ key, footprint }) =>
        footprint ? [{ type: 'Feature', properties: { key }, geometry: footprint }] : [],
      ),
    }),
    [scenes],
  )
  return (
    <GeoJsonLayer
      name="footprints"
      slot="footprints"
      data={data}
      parts={parts}
      idProperty="key"
      selectedIds={selectedKeys}
      hoveredId={hoveredKey}
      onFeatureHover={onHoverChange && ((hit) => onHoverChange(hit === null ? null : String(hit.id)))}
      onFeatureClick={onPress && ((hits) => onPress(hits.map(({ id }) => String(id))))}
    />
  )
}

function footprintParts(theme: MapTheme): LayerPart[] {
  const { accent, outline, hover } = OVERLAY_PALETTE[theme]
  return [
    {
      part: 'fill',
      type: 'fill',
      paint: { 'fill-color': hover, 'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.08, 0] },
    },
    {
      part: 'line',
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': [
          'case',
          ['boolean', ['feature-state', 'selected'], false],
          accent,
          ['boolean', ['feature-state', 'hover'], false],
          hover,
          outline,
        ],
        'line-width': [
          'case',
          ['boolean', ['feature-state', 'hover'], false],
          2.25,
          ['boolean', ['feature-state', 'selected'], false],
          2,
          0.75,
        ],
        'line-opacity': [
          'case',
          ['boolean', ['feature-state', 'selected'], false],
          1,
          ['boolean', ['feature-state', 'hover'], false],
          1,
          0.45,
        ],
      },
    },
  ]
}
