import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { FilterSpecification, GeoJSONSource, LayerSpecification, MapLibreMap } from 'maplibre-gl'
import { useEffect, useEffectEvent, useRef } from 'react'
import { adaptLayer } from './adapt-style.ts'
import { useFeatureHits, type FeatureHandlers } from './feature-hits.ts'
import { useFeatureState, type FeatureId } from './feature-state.ts'
import { layerAbove, layerId, type LayerSlot } from './layer-slots.ts'
import { useMapState } from './use-map.ts'

type DrawnType = 'fill' | 'line' | 'circle' | 'symbol' | 'heatmap' | 'fill-extrusion'
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** One MapLibre layer of a GeoJSON layer: its type, paint, layout, filter and zooms. `part` names it within the layer. */
export type LayerPart = { part: string } & Without<
  Extract<LayerSpecification, { type: DrawnType }>,
  'id' | 'source' | 'source-layer' | 'metadata'
>

export type GeoJsonLayerProps = FeatureHandlers & {
  /** Unique on the map. */
  name: string
  slot: LayerSlot
  /** Higher lies above, within the slot. */
  order?: number
  data: FeatureCollection | Feature | Geometry
  /** From the bottom up. Styles can ask `['feature-state', 'selected']` and `'hover'`. */
  parts: readonly LayerPart[]
  /** The property that identifies a feature; needed for `selectedIds`, `hoveredId` and the handlers. */
  idProperty?: string
  selectedIds?: readonly FeatureId[]
  hoveredId?: FeatureId | null
}

/** Draws GeoJSON on the map while it is mounted; renders nothing itself. The same `data` object is not sent twice. */
export function GeoJsonLayer(props: GeoJsonLayerProps): null {
  const { name, slot, order = 0, data, parts, idProperty, selectedIds, hoveredId } = props
  const { map, styleRevision } = useMapState()
  const drawn = useRef<{ data: typeof data; parts: typeof parts }>(undefined)
  const latest = useEffectEvent(() => ({ data, parts }))

  const sourceId = layerId(slot, order, name)
  // Paint can be changed in place; another set of layers has to be made anew.
  const structure = parts.map(({ part, type }) => `${part}:${type}`).join(' ')

  useEffect(() => {
    if (!map || styleRevision === 0) return
    drawn.current = latest()
    map.addSource(sourceId, { type: 'geojson', data: drawn.current.data, ...(idProperty && { promoteId: idProperty }) })
    for (const { part, ...layer } of drawn.current.parts) {
      const id = `${sourceId}/${part}`
      map.addLayer({ ...layer, id, source: sourceId }, layerAbove(map, id))
    }
    return () => {
      drawn.current = undefined
      removeSourceWithLayers(map, sourceId)
    }
  }, [map, styleRevision, sourceId, structure, idProperty])

  useEffect(() => {
    if (!map || !drawn.current) return
    if (drawn.current.data !== data) map.getSource<GeoJSONSource>(sourceId)?.setData(data)
    if (drawn.current.parts !== parts) adaptParts(map, sourceId, drawn.current.parts, parts)
    drawn.current = { data, parts }
  })

  useFeatureState(sourceId, 'selected', selectedIds ?? NONE)
  useFeatureState(sourceId, 'hover', hoveredId === null || hoveredId === undefined ? NONE : [hoveredId])
  useFeatureHits(sourceId, idProperty, props)
  return null
}

const NONE: readonly FeatureId[] = []

function adaptParts(
  map: MapLibreMap,
  sourceId: string,
  before: readonly LayerPart[],
  after: readonly LayerPart[],
): void {
  for (const [index, layer] of after.entries()) {
    const old = before[index]
    const id = `${sourceId}/${layer.part}`
    if (!old || !map.getLayer(id)) continue
    adaptLayer(map, id, old, layer)
    if (JSON.stringify(old.filter) !== JSON.stringify(layer.filter)) map.setFilter(id, filterOf(layer))
    if (old.minzoom !== layer.minzoom || old.maxzoom !== layer.maxzoom) {
      map.setLayerZoomRange(id, layer.minzoom ?? 0, layer.maxzoom ?? 24)
    }
  }
}

const filterOf = (layer: LayerPart): FilterSpecification | null => layer.filter ?? null

/** Layers first: MapLibre refuses to remove a source in use. After a style change there may be nothing left to remove. */
export function removeSourceWithLayers(map: MapLibreMap, sourceId: string): void {
  for (const id of map.getLayersOrder()) if (id.startsWith(`${sourceId}/`)) map.removeLayer(id)
  if (map.getSource(sourceId)) map.removeSource(sourceId)
}
