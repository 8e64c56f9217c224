import type { MapLibreMap } from 'maplibre-gl'
import { TerraDraw, TerraDrawModeUndoRedo, type GeoJSONStoreFeatures } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Position } from 'geojson'
import { areaKm2 } from '#src/geo/area-km2.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import type { MapTheme } from '../basemap-palette.ts'
import { layerId } from '../layer-slots.ts'
import { areaOf, isPart, isRectangle, moveHoles, outerRing, partsOf } from './draw-geometry.ts'
import { record, redo, startHistory, undo, type DrawHistory } from './draw-history.ts'
import { drawModes, STILL_MODE } from './draw-modes.ts'

export type DrawMode = 'polygon' | 'rectangle' | 'circle' | 'freehand' | 'edit'

export interface DrawMeasure {
  areaKm2: number
  vertexCount: number
}

export interface DrawEvents {
  onChange: (value: Area | null) => void
  onFinish: (value: Area) => void
  onCancel: () => void
  onMeasure: (measure: DrawMeasure | null) => void
  onHistory: (can: { undo: boolean; redo: boolean }) => void
}

export interface DrawSession {
  setMode: (mode: DrawMode | null) => void
  /** Takes a value from outside; one that this session gave out itself changes nothing. */
  setValue: (value: Area | null) => void
  /** Whether a new shape is added to the area instead of taking its place. */
  setMultiple: (isMultiple: boolean) => void
  undo: () => void
  redo: () => void
  /** Drops the shape under the hand, or else says `onCancel`. */
  cancel: () => void
  finish: () => void
  /** Removes the selected part. */
  remove: () => void
  stop: () => void
}

const PREFIX = layerId('drawing', 5, 'terra-draw')

/** Runs terra-draw on the map and keeps one area in it. The value, its history and its holes are ours, not terra-draw's. */
export function startDrawSession(
  map: MapLibreMap,
  theme: MapTheme,
  value: Area | null,
  events: DrawEvents,
): DrawSession {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: PREFIX }),
    modes: drawModes(theme),
    // Steps within the shape being drawn; steps between shapes are in `history`, which outlives modes and imports.
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  })
  let history: DrawHistory = startHistory(value)
  let mode: DrawMode | null = null
  let isMultiple = false
  let frame = 0
  const holes = new Map<GeoJSONStoreFeatures['id'], { ring: Position[]; holes: Position[][] }>()

  const parts = () => draw.getSnapshot().filter(isPart)
  const isDrawing = () => draw.getModeState() === 'drawing'
  const terraMode = () => (mode === 'edit' ? 'select' : (mode ?? STILL_MODE))

  const read = (features: GeoJSONStoreFeatures[]) =>
    areaOf(features.map((part) => ({ ring: outerRing(part), holes: holes.get(part.id)?.holes ?? [] })))

  const show = (area: Area | null) => {
    draw.clear()
    holes.clear()
    const features = partsOf(area).map(({ mode: drawnAs, ring, holes: inner }): GeoJSONStoreFeatures => {
      const id = draw.getFeatureId()
      holes.set(id, { ring, holes: inner })
      const geometry = { type: 'Polygon' as const, coordinates: [ring] }
      return { id, type: 'Feature', properties: { mode: drawnAs }, geometry }
    })
    draw.addFeatures(features)
    startMode()
  }

  const startMode = () => {
    draw.setMode(terraMode())
    const [first] = parts()
    // Handles at once: nobody has to guess that a shape must be clicked before it can be changed.
    if (mode === 'edit' && first?.id !== undefined) draw.selectFeature(first.id)
  }

  const measure = (area: Area | null) =>
    events.onMeasure(area && { areaKm2: areaKm2(area), vertexCount: vertexCount(area) })

  const tellHistory = () =>
    events.onHistory({
      undo: draw.canUndo() || history.past.length > 0,
      redo: draw.canRedo() || history.future.length > 0,
    })

  const commit = () => {
    const next = read(parts())
    history = record(history, next)
    events.onChange(next)
    measure(next)
    tellHistory()
  }

  const step = (to: DrawHistory) => {
    if (to === history) return
    history = to
    show(to.now)
    events.onChange(to.now)
    measure(to.now)
    tellHistory()
  }

  draw.on('change', (_ids, _type, context) => {
    if ((context && 'origin' in context) || frame) return
    frame = requestAnimationFrame(() => {
      frame = 0
      const drawn = parts()
      const unfinished = drawn.filter((part) => part.properties.currentlyDrawing)
      if (isDrawing() || mode === 'edit') measure(read(unfinished.length > 0 && !isMultiple ? unfinished : drawn))
      tellHistory()
    })
  })

  draw.on('finish', (id, { action }) => {
    const finished = draw.getSnapshotFeature(id)
    if (action === 'draw') {
      const others = parts().flatMap((part) => (part.id === undefined || part.id === id ? [] : [part.id]))
      if (!isMultiple) draw.removeFeatures(others)
      commit()
      if (history.now) events.onFinish(history.now)
      return
    }
    const known = holes.get(id)
    const ring = outerRing(finished)
    if (known)
      holes.set(id, { ring, holes: action === 'dragFeature' ? moveHoles(known.holes, known.ring, ring) : known.holes })
    commit()
    // A box with a fifth corner is handled as a polygon from now on.
    if (finished?.properties.mode === 'rectangle' && !isRectangle(ring)) show(history.now)
  })

  draw.start()
  show(value)
  measure(value)

  return {
    setMode: (next) => {
      mode = next
      startMode()
      tellHistory()
    },
    setValue: (next) => {
      if (next === history.now) return
      history = record(history, next)
      show(next)
      measure(next)
      tellHistory()
    },
    setMultiple: (next) => {
      isMultiple = next
    },
    undo: () => {
      if (!(isDrawing() && draw.undo())) step(undo(history))
    },
    redo: () => {
      if (!(isDrawing() && draw.redo())) step(redo(history))
    },
    cancel: () => {
      if (!isDrawing()) return events.onCancel()
      startMode()
      measure(history.now)
    },
    // terra-draw finishes on a key only, and hears keys of the canvas only.
    finish: () => void map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' })),
    remove: () => {
      const selected = parts().find((part) => part.properties.selected)
      if (selected?.id === undefined) return
      draw.removeFeatures([selected.id])
      commit()
      startMode()
    },
    stop: () => {
      cancelAnimationFrame(frame)
      putBackWhatStopRemoves(map)
      draw.stop()
    },
  }
}

/** terra-draw throws if a change of style has already taken away what it wants to remove. */
function putBackWhatStopRemoves(map: MapLibreMap): void {
  for (const kind of ['point', 'linestring', 'polygon']) {
    const id = `${PREFIX}-${kind}`
    if (!map.getSource(id)) map.addSource(id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  }
  for (const kind of ['point', 'point-marker', 'linestring', 'polygon', 'polygon-outline']) {
    const id = `${PREFIX}-${kind}`
    if (!map.getLayer(id)) map.addLayer({ id, type: 'background', layout: { visibility: 'none' } })
  }
}

/** The holes of an area as lines, because terra-draw can not show them. */
export function holesOf(area: Area | null): Position[][] {
  return area ? polygonsOf(area).flatMap(([, ...inner]) => inner) : []
}
