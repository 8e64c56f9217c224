import type { Position } from 'geojson'
import type { MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import type { RingRef } from '#src/geo/edit-vertices.ts'
import type { Area } from '#src/geo/rings.ts'
import type { MapTheme } from '../basemap-palette.ts'
import type { DrawCombine } from './combine.ts'
import { isRing } from './draw-geometry.ts'
import { record, redo, replaceNow, startHistory, undo, type DrawHistory } from './draw-history.ts'
import { drawModes, STILL_MODE } from './draw-modes.ts'
import { createDrawnRings } from './drawn-rings.ts'
import { createMapKeys } from './map-keys.ts'
import { withNewShape, withShapeUnderHand } from './new-shape.ts'
import { createPicking, type PickedVertex } from './picking.ts'
import { drawnShape, selectedShape, shapeHeldByHandle } from './shape-in-hand.ts'
import { createSnappingHand } from './snapping-hand.ts'
import { terraDrawOnMap } from './terra-draw-on-map.ts'
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
  /** The place the pointer snaps to. */
  onSnap: (place: Position | null) => void
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
  let frame = 0

  const hand = createSnappingHand(map, {
    mode: () => mode,
    area: () => history.now,
    ringHeldAt: (event) => rings.refOf(shapeHeldByHandle(draw, map, event)?.id),
    onSnap: events.onSnap,
  })
  const { draw, finish, stop } = terraDrawOnMap(map, drawModes(theme), hand)
  const rings = createDrawnRings(draw)
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
    // What the hand did is part of it: told again with the next frame, it would look like one more movement.
    cancelAnimationFrame(frame)
    frame = 0
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

  const keys = createMapKeys(map, {
    mode: () => mode,
    nudge: picking.nudge,
    stepVertex: picking.stepVertex,
    say: events.onSay,
  })

  const live = () => (isDrawing() ? withShapeUnderHand(history.now, drawnShape(draw), combine) : rings.read())

  draw.on('change', (_ids, _type, context) => {
    if ((context && 'origin' in context) || frame) return
    frame = requestAnimationFrame(() => {
      frame = 0
      if (isDrawing() || mode === 'edit') events.onLive(live())
      tellHistory()
    })
  })

  const takeNewShape = (id: string | number) => {
    const shape = draw.getSnapshotFeature(id)
    if (!shape) return
    const taken = withNewShape(history.now, shape, combine)
    const isAllThereIs = isRing(shape) && (!history.now || combine === 'replace')
    if (isAllThereIs) {
      rings.keepOnly(id)
      commit(rings.read())
    } else {
      if ('area' in taken) commit(taken.area)
      // Not under terra-draw's feet, which still holds the shape.
      queueMicrotask(() => show(history.now))
    }
    events.onSay('refusal' in taken ? taken.refusal : taken.says)
    if ('area' in taken && history.now) events.onFinish(history.now)
  }

  draw.on('finish', (id, { action }) => {
    if (action === 'draw') return takeNewShape(id)
    picking.letGo()
    const ring = rings.refOf(id)
    if (action === 'dragCoordinateResize') rings.pullBox(id, hand.at())
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
      keys.hideCrosshair()
      events.onSnap(null)
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
    setSnapTargets: hand.setTargets,
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
    finish,
    remove: () => {
      if (isDrawing()) {
        if (draw.undo()) events.onSay(words.cornerTakenBack)
      } else if (mode === 'edit') {
        picking.remove(rings.refOf(selectedShape(draw)?.id))
      }
    },
    stepVertex: (by) => mode === 'edit' && picking.stepVertex(by),
    insertVertex: () => mode === 'edit' && picking.insertVertex(),
    chooseAll: () => mode === 'edit' && picking.chooseAll(),
    takeKeyboard: keys.take,
    onKey: keys.onKey,
    stop: () => {
      cancelAnimationFrame(frame)
      map.off('click', onClick)
      keys.stop()
      stop()
    },
  }
}
