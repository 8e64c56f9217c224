import type { MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { TerraDraw, TerraDrawModeUndoRedo } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { RingRef } from '#src/geo/edit-vertices.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { splitArea } from '#src/geo/split-area.ts'
import type { MapTheme } from '../basemap-palette.ts'
import { createCrosshair } from '../crosshair.ts'
import { layerId } from '../layer-slots.ts'
import { combineShape, type DrawCombine } from './combine.ts'
import { cornersOf, isRing, roundedArea } from './draw-geometry.ts'
import { record, redo, replaceNow, startHistory, undo, type DrawHistory } from './draw-history.ts'
import { arrowStep } from './draw-keys.ts'
import { drawModes, FINISH_KEY, STILL_MODE } from './draw-modes.ts'
import { createDrawnRings } from './drawn-rings.ts'
import { createPicking, type PickedVertex } from './picking.ts'
import { placeInWords } from './place-in-words.ts'
import { snapTo } from './snap-targets.ts'
import { words } from './words.ts'

export type DrawMode = 'polygon' | 'rectangle' | 'circle' | 'freehand' | 'split' | 'edit'

export interface DrawEvents {
  onChange: (value: Area | null) => void
  onFinish: (value: Area) => void
  onCancel: () => void
  /** The area with what the hand is doing to it, once a frame. */
  onLive: (area: Area | null) => void
  onHistory: (can: { undo: boolean; redo: boolean }) => void
  onVertex: (vertex: PickedVertex | null) => void
  /** Something to be read aloud. */
  onSay: (text: string) => void
}

export interface DrawSession {
  setMode: (mode: DrawMode | null) => void
  /** Takes a value from outside; one that this session gave out itself changes nothing. */
  setValue: (value: Area | null) => void
  setCombine: (how: DrawCombine) => void
  /** What corners snap to besides the area itself; null: to nothing at all. */
  setSnapTargets: (targets: readonly Area[] | null) => void
  undo: () => void
  redo: () => void
  /** Drops the shape under the hand, or lets go of a corner, or else says `onCancel`. */
  cancel: () => void
  finish: () => void
  /** Takes back the last corner while drawing; removes the chosen corner, or else the chosen shape or hole. */
  remove: () => void
  stepVertex: (step: 1 | -1) => void
  insertVertex: () => void
  chooseAll: () => void
  /** Puts the keyboard on the map: the crosshair of a tool, the first corner of an edit. */
  takeKeyboard: () => void
  /** A key pressed on the map itself; true if it meant something. */
  onKey: (event: KeyboardEvent) => boolean
  stop: () => void
}

const PREFIX = layerId('drawing', 5, 'terra-draw')
const terraModes: Record<DrawMode, string> = {
  polygon: 'polygon',
  rectangle: 'rectangle',
  circle: 'circle',
  freehand: 'freehand',
  split: 'linestring',
  edit: 'select',
}

/** Runs terra-draw on the map and keeps one area in it. The value, its history and its holes are ours, not terra-draw's. */
export function startDrawSession(
  map: MapLibreMap,
  theme: MapTheme,
  value: Area | null,
  events: DrawEvents,
): DrawSession {
  let history: DrawHistory = startHistory(value)
  let mode: DrawMode | null = null
  let combine: DrawCombine = 'replace'
  let snapTargets: readonly Area[] | null = []
  let frame = 0

  const snap = snapTo((currentId) => {
    if (!snapTargets) return null
    const held = rings.refOf(currentId as string | undefined)
    const own = history.now ? polygonsOf(history.now) : []
    const others = own.flatMap((part, i) => part.filter((_, j) => held?.part !== i || held.ring !== j))
    return [...others, ...snapTargets]
  })
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: PREFIX }),
    modes: drawModes(theme, snap),
    // Steps within the shape being drawn; steps between shapes are in `history`, which outlives modes and imports.
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  })
  const rings = createDrawnRings(draw)
  const crosshair = createCrosshair(map)
  const isDrawing = () => draw.getModeState() === 'drawing'

  const startMode = (ring: RingRef = { part: 0, ring: 0 }) => {
    draw.setMode(mode ? terraModes[mode] : STILL_MODE)
    const id = mode === 'edit' ? (rings.idOf(ring) ?? rings.idOf({ part: 0, ring: 0 })) : undefined
    // Handles at once: nobody has to guess that a shape must be clicked before it can be changed.
    if (id !== undefined) draw.selectFeature(id)
  }
  const show = (area: Area | null, ring?: RingRef) => {
    rings.show(area)
    startMode(ring)
  }
  const tellHistory = () =>
    events.onHistory({
      undo: draw.canUndo() || history.past.length > 0,
      redo: draw.canRedo() || history.future.length > 0,
    })
  const tell = () => {
    events.onChange(history.now)
    events.onLive(history.now)
    tellHistory()
  }
  const commit = (next: Area | null) => {
    history = record(history, next)
    tell()
  }
  const step = (to: DrawHistory, done: string) => {
    if (to === history) return
    events.onSay(done)
    history = to
    picking.letGo()
    show(to.now)
    tell()
  }

  const picking = createPicking(map, {
    area: () => history.now,
    // Steps of one key held down are one step to undo.
    change: (next, ring, isSameStep) => {
      history = isSameStep ? replaceNow(history, next) : record(history, next)
      show(next, ring)
      tell()
    },
    select: (ring) => {
      const id = rings.idOf(ring)
      if (id !== undefined) draw.selectFeature(id)
    },
    onVertex: events.onVertex,
    say: events.onSay,
  })

  /** What is being drawn, as an area with what is there. */
  const live = (): Area | null => {
    if (!isDrawing()) return rings.read()
    const unfinished = draw.getSnapshot().find((feature) => isRing(feature) && feature.properties.currentlyDrawing)
    const corners = cornersOf(unfinished)
    if (corners.length < 4) return combine === 'replace' && mode !== 'split' ? null : history.now
    const combined = combineShape(history.now, { type: 'Polygon', coordinates: [corners] }, combine)
    return 'area' in combined ? combined.area : history.now
  }

  draw.on('change', (_ids, _type, context) => {
    if ((context && 'origin' in context) || frame) return
    frame = requestAnimationFrame(() => {
      frame = 0
      if (isDrawing() || mode === 'edit') events.onLive(live())
      tellHistory()
    })
  })

  const takeNewShape = (id: string | number) => {
    const feature = draw.getSnapshotFeature(id)
    if (feature?.geometry.type === 'LineString') return takeCut(feature.geometry.coordinates)
    const shape = roundedArea({ type: 'Polygon', coordinates: [cornersOf(feature)] })
    const combined = combineShape(history.now, shape, combine)
    if (!history.now || combine === 'replace') {
      rings.keepOnly(id)
      commit(rings.read())
    } else if ('refusal' in combined) {
      events.onSay(combined.refusal)
      queueMicrotask(() => show(history.now))
      return
    } else {
      commit(combined.area)
      // Not under terra-draw's feet, which still holds the shape.
      queueMicrotask(() => show(history.now))
    }
    events.onSay(words.shapeDrawn)
    if (history.now) events.onFinish(history.now)
  }
  const takeCut = (line: [number, number][] | number[][]) => {
    const parts = history.now && splitArea(history.now, line)
    if (parts) {
      commit(roundedArea(parts))
      events.onSay(words.splitInto(polygonsOf(parts).length))
    } else events.onSay(words.notSplit)
    queueMicrotask(() => show(history.now))
    if (parts && history.now) events.onFinish(history.now)
  }

  draw.on('finish', (id, { action }) => {
    if (action === 'draw') return takeNewShape(id)
    picking.letGo()
    const ring = rings.refOf(id)
    commit(rings.read())
    if (rings.isStale()) show(history.now, ring)
  })

  const onClick = (event: MapMouseEvent) => {
    if (mode === 'edit') picking.pickAt(event)
  }
  map.on('click', onClick)

  draw.start()
  show(value)
  events.onLive(value)

  return {
    setMode: (next) => {
      if (next !== 'edit') picking.letGo()
      mode = next
      crosshair.hide()
      startMode()
      tellHistory()
    },
    setValue: (next) => {
      if (next === history.now) return
      history = record(history, next)
      picking.letGo()
      show(next)
      events.onLive(next)
      tellHistory()
    },
    setCombine: (how) => {
      combine = how
    },
    setSnapTargets: (targets) => {
      snapTargets = targets
    },
    undo: () => {
      if (isDrawing() && draw.undo()) events.onSay(words.cornerTakenBack)
      else step(undo(history), words.undone)
    },
    redo: () => {
      if (!(isDrawing() && draw.redo())) step(redo(history), words.redone)
    },
    cancel: () => {
      if (isDrawing()) {
        startMode()
        events.onLive(history.now)
        events.onSay(words.shapeDropped)
      } else if (!picking.letGo()) events.onCancel()
    },
    // terra-draw finishes on a key only, and hears keys of the canvas only.
    finish: () => void map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: FINISH_KEY })),
    remove: () => {
      if (isDrawing()) {
        if (draw.undo()) events.onSay(words.cornerTakenBack)
      } else if (mode === 'edit') {
        const selected = draw.getSnapshot().find((feature) => isRing(feature) && feature.properties.selected)
        picking.remove(rings.refOf(selected?.id))
      }
    },
    stepVertex: (by) => mode === 'edit' && picking.stepVertex(by),
    insertVertex: () => mode === 'edit' && picking.insertVertex(),
    chooseAll: () => mode === 'edit' && picking.chooseAll(),
    takeKeyboard: () => {
      map.getCanvas().focus()
      if (mode === 'edit') picking.stepVertex(1)
      else if (mode) crosshair.show()
    },
    onKey: (event) => {
      const arrow = mode ? arrowStep(event) : null
      if (arrow && mode === 'edit') return picking.nudge(arrow)
      if (arrow) {
        crosshair.moveBy(...arrow)
        events.onSay(words.crosshairAt(placeInWords(map, crosshair.place())))
        return true
      }
      const isPress = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey
      if (!isPress || !mode || mode === 'edit' || !crosshair.isShown) return false
      events.onSay(words.cornerSet(placeInWords(map, crosshair.place())))
      crosshair.click()
      return true
    },
    stop: () => {
      cancelAnimationFrame(frame)
      map.off('click', onClick)
      crosshair.remove()
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
