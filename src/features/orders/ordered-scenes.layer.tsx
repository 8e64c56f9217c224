import type { Polygon, MultiPolygon } from 'geojson'
import { useEffect, useMemo, useState } from 'react'
import { OVERLAY_PALETTE } from '#src/map/basemap-palette.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMap, useMapTheme } from '#src/map/use-map.ts'
import type { OrderedScene } from './ordered-scenes.ts'

const outlinesOf = (scenes: readonly OrderedScene[]) =>
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

/** Shows where the scenes lie when they first are there; polling must not take the map out of a person's hands. */
export function useFitOnce(scenes: readonly OrderedScene[]): void {
  const map = useMap()
  const fit = useFitBounds()
  const [fitted, setFitted] = useState('')
  const key = scenes.map(({ id }) => id).join(' ')
  useEffect(() => {
    const outlines = outlinesOf(scenes)
    if (!map || outlines.length === 0 || fitted === key) return
    fit({ type: 'GeometryCollection', geometries: outlines })
    setFitted(key)
  }, [map, fit, scenes, key, fitted])
}
