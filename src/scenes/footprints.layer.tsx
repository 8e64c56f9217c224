import type { Feature, FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { bboxCenter, bboxOf } from '#src/geo/bbox.ts'
import { OVERLAY_PALETTE, type MapTheme } from '#src/map/basemap-palette.ts'
import { GeoJsonLayer, type LayerPart } from '#src/map/geojson-layer.tsx'
import type { Outline } from '#src/map/outlines/outline-edges.ts'
import { OutlinesLayer } from '#src/map/outlines/outlines-layer.tsx'
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
  const looks = useMemo(() => ({ marked: markedParts(theme), density: densityParts(theme) }), [theme])
  const drawn = useMemo(() => scenes.slice(0, mostOutlines), [scenes])
  const outlines = useMemo(() => outlinesOf(drawn, colours, theme), [drawn, colours, theme])
  const underPointer = useMemo(() => collect(drawn.map((scene) => outline(scene, {}))), [drawn])
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
      <OutlinesLayer name="outlines" slot="footprints" outlines={outlines} />
      <GeoJsonLayer
        name="footprints"
        slot="footprints"
        data={underPointer}
        parts={unpainted}
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

/** Found by the pointer: a constant opacity of 0 is not painted at all. */
const unpainted: LayerPart[] = [{ part: 'fill', type: 'fill', paint: { 'fill-opacity': 0 } }]

function outlinesOf(scenes: readonly Scene[], colours: FootprintColours | null, theme: MapTheme): Outline[] {
  const plain = OVERLAY_PALETTE[theme].outline
  return scenes.flatMap((scene) => {
    if (!scene.footprint) return []
    const colour = colours?.colourOf(scene)
    return [{ area: scene.footprint, colour: colour ?? plain, opacity: colour === undefined ? 0.45 : 0.85 }]
  })
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
