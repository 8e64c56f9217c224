import type { GeoJsonProperties } from 'geojson'
import type { MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl'
import { useEffect, useEffectEvent } from 'react'
import type { FeatureId } from './feature-state.ts'
import { useMap, useMapState } from './use-map.ts'

/** A feature under the pointer. */
export interface FeatureHit {
  id: FeatureId
  properties: GeoJsonProperties
}

export interface FeatureHandlers {
  /** Clicked features of this layer, topmost first; never empty. */
  onFeatureClick?: (hits: FeatureHit[], event: MapMouseEvent) => void
  /** The topmost feature under the pointer, null when it leaves the layer. */
  onFeatureHover?: (hit: FeatureHit | null) => void
}

interface Target {
  prefix: string
  handlers: () => FeatureHandlers
}

/** Lines and points are hard to hit: this far around the pointer counts too, if nothing lies right under it. */
const REACH_PX = 4

/** Who listens on a map. One listener asks MapLibre once for all layers, so that the topmost feature gets the click. */
class HitTargets {
  readonly targets: Target[] = []
  readonly backgroundHandlers = new Set<(event: MapMouseEvent) => void>()
  paused = 0
  private hovered: { target: Target; id: FeatureId } | undefined
  private readonly map: MapLibreMap

  constructor(map: MapLibreMap) {
    this.map = map
    map.on('click', (event) => this.click(event))
    map.on('mousemove', (event) => this.hover(event))
    map.on('mouseout', () => this.leave())
    map.on('dragstart', () => this.leave())
  }

  leave() {
    this.hovered?.target.handlers().onFeatureHover?.(null)
    this.hovered = undefined
  }

  private click(event: MapMouseEvent) {
    if (this.paused > 0) return
    const hits = this.find(event, ({ onFeatureClick }) => onFeatureClick)
    if (hits) return hits.target.handlers().onFeatureClick?.(hits.features, event)
    for (const handler of this.backgroundHandlers) handler(event)
  }

  private hover(event: MapMouseEvent) {
    // With a button down the map is being moved.
    if (this.paused > 0 || event.originalEvent.buttons !== 0) return
    const hits = this.find(event, (handlers) => handlers.onFeatureHover ?? handlers.onFeatureClick)
    this.map.getCanvas().style.cursor = hits?.target.handlers().onFeatureClick ? 'pointer' : ''
    const [hit] = hits?.features ?? []
    if (hits?.target === this.hovered?.target && hit?.id === this.hovered?.id) return
    if (hits?.target !== this.hovered?.target) this.leave()
    if (!hits || !hit) return
    this.hovered = { target: hits.target, id: hit.id }
    hits.target.handlers().onFeatureHover?.(hit)
  }

  private find({ point: { x, y } }: MapMouseEvent, listens: (handlers: FeatureHandlers) => unknown) {
    const targets = this.targets.filter((target) => listens(target.handlers()))
    const layers = this.map.getLayersOrder().filter((id) => targets.some(({ prefix }) => id.startsWith(prefix)))
    if (layers.length === 0) return undefined
    const around: [PointLike, PointLike] = [
      [x - REACH_PX, y - REACH_PX],
      [x + REACH_PX, y + REACH_PX],
    ]
    const exact = this.map.queryRenderedFeatures([x, y], { layers })
    const found = exact.length > 0 ? exact : this.map.queryRenderedFeatures(around, { layers })
    const target = targets.find(({ prefix }) => found[0]?.layer.id.startsWith(prefix))
    if (!target) return undefined
    const features = new Map<FeatureId, FeatureHit>()
    for (const { id, properties, layer } of found) {
      if (id !== undefined && layer.id.startsWith(target.prefix) && !features.has(id))
        features.set(id, { id, properties })
    }
    return features.size > 0 ? { target, features: [...features.values()] } : undefined
  }
}

const targetsOfMap = new WeakMap<MapLibreMap, HitTargets>()

function hitTargets(map: MapLibreMap): HitTargets {
  const known = targetsOfMap.get(map) ?? new HitTargets(map)
  targetsOfMap.set(map, known)
  return known
}

/** Makes a layer's features clickable; `idProperty` has to be set, or a feature can not be told from another. */
export function useFeatureHits(sourceId: string, idProperty: string | undefined, handlers: FeatureHandlers): void {
  const { map } = useMapState()
  const latest = useEffectEvent(() => handlers)
  const isListening = Boolean(idProperty && (handlers.onFeatureClick ?? handlers.onFeatureHover))
  useEffect(() => {
    if (!map || !isListening) return
    const all = hitTargets(map)
    const target: Target = { prefix: `${sourceId}/`, handlers: () => latest() }
    all.targets.push(target)
    return () => {
      all.leave()
      all.targets.splice(all.targets.indexOf(target), 1)
    }
  }, [map, sourceId, isListening])
}

/** Calls `handler` for a click that hit no clickable feature. */
export function useMapClick(handler: (event: MapMouseEvent) => void): void {
  const map = useMap()
  const latest = useEffectEvent(handler)
  useEffect(() => {
    if (!map) return
    const { backgroundHandlers } = hitTargets(map)
    const listener = (event: MapMouseEvent) => latest(event)
    backgroundHandlers.add(listener)
    return () => {
      backgroundHandlers.delete(listener)
    }
  }, [map])
}

/** While drawing, a click is a corner and not a choice. The returned function makes features clickable again. */
export function pauseFeatureHits(map: MapLibreMap): () => void {
  const all = hitTargets(map)
  all.leave()
  all.paused += 1
  return () => {
    all.paused -= 1
  }
}
