import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { bboxCenter, bboxOf } from '#src/geo/bbox.ts'
import { OVERLAY_PALETTE } from '#src/map/basemap-palette.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'
import type { Scene } from '#src/scenes/scene.ts'

type DeliveredPointsLayerProps = {
  scenes: readonly Scene[]
  hoveredId: string | null
  onHoverChange: (id: string | null) => void
  onPress: (id: string) => void
}

/** Closer than this a picture of a few kilometres can be seen as an outline. */
const outlinesFromZoom = 8

/** Where pictures lie, for as long as the map shows too much of the world to see their outlines. */
export function DeliveredPointsLayer({ scenes, hoveredId, onHoverChange, onPress }: DeliveredPointsLayerProps) {
  const { accent, edge } = OVERLAY_PALETTE[useMapTheme()]
  const data = useMemo((): FeatureCollection => {
    const features = scenes.flatMap(({ key, footprint }) => {
      const box = footprint && bboxOf(footprint)
      if (!box) return []
      return [
        {
          type: 'Feature' as const,
          properties: { key },
          geometry: { type: 'Point' as const, coordinates: bboxCenter(box) },
        },
      ]
    })
    return { type: 'FeatureCollection', features }
  }, [scenes])
  const parts = useMemo(
    (): LayerPart[] => [
      {
        part: 'dot',
        type: 'circle',
        maxzoom: outlinesFromZoom,
        paint: {
          'circle-color': accent,
          'circle-radius': ['case', ['boolean', ['feature-state', 'hover'], false], 7, 4.5],
          'circle-stroke-color': edge,
          'circle-stroke-width': 1.5,
        },
      },
    ],
    [accent, edge],
  )
  return (
    <GeoJsonLayer
      name="delivered"
      slot="footprints"
      order={1}
      data={data}
      parts={parts}
      idProperty="key"
      hoveredId={hoveredId}
      onFeatureHover={(hit) => onHoverChange(hit === null ? null : String(hit.id))}
      onFeatureClick={([hit]) => hit && onPress(String(hit.id))}
    />
  )
}
