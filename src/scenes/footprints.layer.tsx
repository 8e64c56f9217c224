import type { Feature, FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { bboxCenter, bboxOf } from '#src/geo/bbox.ts'
import { OVERLAY_PALETTE, type MapTheme } from '#src/map/basemap-palette.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import { useMapTheme } from '#src/map/use-map.ts'
import type { FootprintColours } from './footprint-colours.ts'
import type { Scene } from './scene.ts'

type FootprintsLayerProps = {
  scenes: readonly Scene[]
  /** Picked, or looked at: drawn in the accent. */
  selectedKeys: readonly string[]
  hoveredKey: string | null
  colours?: FootprintColours | null
  onHoverChange?: (key: string | null) => void
  /** Keys under the pointer, topmost first. */
  onPress?: (keys: string[]) => void
}

/** So many outlines are drawn and found by the pointer; with more, all scenes show as density under the first of them. */
export const mostOutlines = 5000

/**
 * Outlines of scenes on the map. Only outlines: a hundred of them overlap, and filled they would hide what is under them.
 * What is selected or pointed at is a layer of its own above all others, so that thousands of outlines stay as they are.
 */
export function FootprintsLayer(props: FootprintsLayerProps) {
  const { scenes, selectedKeys, hoveredKey, colours = null, onHoverChange, onPress } = props
  const theme = useMapTheme()
  const looks = useMemo(
    () => ({ all: outlineParts(theme), marked: markedParts(theme), density: densityParts(theme) }),
    [theme],
  )
  const outlines = useMemo(
    () =>
      collect(
        scenes.slice(0, mostOutlines).map((scene) => {
          const colour = colours?.colourOf(scene)
          return outline(scene, colour === undefined ? {} : { colour })
        }),
      ),
    [scenes, colours],
  )
  const density = useMemo(() => (scenes.length > mostOutlines ? collect(scenes.map(middle)) : null), [scenes])
  const byKey = useMemo(() => new Map(scenes.map((scene) => [scene.key, scene])), [scenes])
  const marked = useMemo(() => {
    const keys = new Set(hoveredKey === null ? selectedKeys : [...selectedKeys, hoveredKey])
    const selected = new Set(selectedKeys)
    return collect(
      [...keys].map((key) => {
        const scene = byKey.get(key)
        return scene && outline(scene, { isSelected: selected.has(key), isHovered: key === hoveredKey })
      }),
    )
  }, [byKey, selectedKeys, hoveredKey])
  return (
    <>
      {density && <GeoJsonLayer name="density" slot="footprints" order={-1} data={density} parts={looks.density} />}
      <GeoJsonLayer
        name="footprints"
        slot="footprints"
        data={outlines}
        parts={looks.all}
        idProperty="key"
        onFeatureHover={onHoverChange && ((hit) => onHoverChange(hit === null ? null : String(hit.id)))}
        onFeatureClick={onPress && ((hits) => onPress(hits.map(({ id }) => String(id))))}
      />
      <GeoJsonLayer name="marked" slot="footprints" order={1} data={marked} parts={looks.marked} idProperty="key" />
    </>
  )
}

function collect(features: readonly (Feature | undefined)[]): FeatureCollection {
  return { type: 'FeatureCollection', features: features.filter((feature) => feature !== undefined) }
}

function outline({ key, footprint }: Scene, properties: object): Feature | undefined {
  return footprint ? { type: 'Feature', properties: { key, ...properties }, geometry: footprint } : undefined
}

function middle({ footprint }: Scene): Feature | undefined {
  const box = footprint && bboxOf(footprint)
  return box
    ? { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: bboxCenter(box) } }
    : undefined
}

function outlineParts(theme: MapTheme): LayerPart[] {
  return [
    // A constant 0 is not painted at all, and still found by the pointer.
    { part: 'fill', type: 'fill', paint: { 'fill-opacity': 0 } },
    {
      part: 'line',
      type: 'line',
      paint: {
        'line-color': ['coalesce', ['get', 'colour'], OVERLAY_PALETTE[theme].outline],
        'line-width': 0.75,
        'line-opacity': ['case', ['has', 'colour'], 0.85, 0.45],
      },
    },
  ]
}

function markedParts(theme: MapTheme): LayerPart[] {
  const { accent, hover } = OVERLAY_PALETTE[theme]
  return [
    {
      part: 'fill',
      type: 'fill',
      filter: ['get', 'isHovered'],
      paint: { 'fill-color': hover, 'fill-opacity': 0.08 },
    },
    {
      part: 'line',
      type: 'line',
      layout: { 'line-join': 'round', 'line-sort-key': ['case', ['get', 'isHovered'], 1, 0] },
      paint: {
        'line-color': ['case', ['get', 'isSelected'], accent, hover],
        'line-width': ['case', ['get', 'isHovered'], 2.25, 2],
      },
    },
  ]
}

function densityParts(theme: MapTheme): LayerPart[] {
  const { outline: colour } = OVERLAY_PALETTE[theme]
  return [
    {
      part: 'heat',
      type: 'heatmap',
      paint: {
        'heatmap-radius': ['interpolate', ['exponential', 2], ['zoom'], 3, 6, 8, 40],
        'heatmap-weight': 0.05,
        'heatmap-color': ['interpolate', ['linear'], ['heatmap-density'], 0, 'rgba(0,0,0,0)', 1, colour],
        'heatmap-opacity': 0.35,
      },
    },
  ]
}
