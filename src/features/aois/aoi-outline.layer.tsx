import type { FeatureCollection, Feature } from 'geojson'
import { useEffect, useEffectEvent, useMemo } from 'react'
import type { Surface } from '#src/contract/geojson.ts'
import { bboxCenter, bboxOf } from '#src/geo/bbox.ts'
import { OVERLAY_PALETTE } from '#src/map/basemap-palette.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMap, useMapTheme } from '#src/map/use-map.ts'

/** The outline of one AOI; brought into view when it is first shown. Not filled: what lies within is looked at. */
export function AoiOutlineLayer({ id, geometry }: { id: string; geometry: Surface }) {
  const theme = useMapTheme()
  const map = useMap()
  const fit = useFitBounds()
  // Asking again for the same AOI gives an equal geometry that is another object.
  const text = JSON.stringify(geometry)
  const data = useMemo((): Feature => ({ type: 'Feature', properties: {}, geometry: JSON.parse(text) }), [text])
  const show = useEffectEvent(() => fit(data))
  useEffect(() => {
    if (!map) return
    // After the panel told the map how much of it is covered.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [map, id])
  const parts = useMemo((): LayerPart[] => {
    const { accent, edge } = OVERLAY_PALETTE[theme]
    return [
      { part: 'edge', type: 'line', paint: { 'line-color': edge, 'line-width': 3.5, 'line-opacity': 0.55 } },
      { part: 'line', type: 'line', paint: { 'line-color': accent, 'line-width': 1.5 } },
    ]
  }, [theme])
  return <GeoJsonLayer name="aoi" slot="aois" data={data} parts={parts} />
}

type AoisLayerProps = {
  aois: readonly { id: string; geometry: Surface }[]
  hoveredId: string | null
  onHover: (id: string | null) => void
  onOpen: (id: string) => void
}

/** The AOIs of a list, to be found on the map. */
export function AoisLayer({ aois, hoveredId, onHover, onOpen }: AoisLayerProps) {
  const theme = useMapTheme()
  const data = useMemo(
    (): FeatureCollection => ({
      type: 'FeatureCollection',
      features: aois.map(({ id, geometry }) => ({ type: 'Feature', properties: { id }, geometry })),
    }),
    [aois],
  )
  const parts = useMemo((): LayerPart[] => {
    const { accent, hover } = OVERLAY_PALETTE[theme]
    const isHovered = ['boolean', ['feature-state', 'hover'], false] as const
    return [
      {
        part: 'fill',
        type: 'fill',
        paint: { 'fill-color': accent, 'fill-opacity': ['case', [...isHovered], 0.3, 0.12] },
      },
      {
        part: 'line',
        type: 'line',
        paint: { 'line-color': ['case', [...isHovered], hover, accent], 'line-width': 1.5 },
      },
    ]
  }, [theme])
  const points = useMemo(
    (): FeatureCollection => ({
      type: 'FeatureCollection',
      features: aois.flatMap(({ id, geometry }) => {
        const box = bboxOf(geometry)
        return box
          ? [{ type: 'Feature', properties: { id }, geometry: { type: 'Point', coordinates: bboxCenter(box) } }]
          : []
      }),
    }),
    [aois],
  )
  const dots = useMemo((): LayerPart[] => {
    const { accent, hover, edge } = OVERLAY_PALETTE[theme]
    return [
      {
        part: 'dot',
        type: 'circle',
        maxzoom: dotsUntilZoom,
        paint: {
          'circle-radius': 5,
          'circle-color': ['case', ['boolean', ['feature-state', 'hover'], false], hover, accent],
          'circle-stroke-width': 1.5,
          'circle-stroke-color': edge,
        },
      },
    ]
  }, [theme])
  const shared = {
    slot: 'aois',
    idProperty: 'id',
    hoveredId,
    onFeatureHover: (hit: { id: string | number } | null) => onHover(hit ? String(hit.id) : null),
    onFeatureClick: ([hit]: readonly { id: string | number }[]) => hit && onOpen(String(hit.id)),
  } as const
  return (
    <>
      <GeoJsonLayer name="aoi-list" data={data} parts={parts} {...shared} />
      <GeoJsonLayer name="aoi-dots" order={1} data={points} parts={dots} {...shared} />
    </>
  )
}

/** Above this an AOI of a few kilometres can be seen by itself. */
const dotsUntilZoom = 10
