import type { Position } from 'geojson'
import { Trash2 } from 'lucide-react'
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { samePlace, type Area } from '#src/geo/rings.ts'
import { crossesItself } from '#src/geo/ring-crossings.ts'
import { OVERLAY_PALETTE, type MapTheme } from '../basemap-palette.ts'
import { pauseFeatureHits } from '../feature-hits.ts'
import { GeoJsonLayer, type LayerPart } from '../geojson-layer.tsx'
import { takeInHand } from '../hand.ts'
import { MapButton } from '../map-controls.tsx'
import { Marker } from '../marker.tsx'
import { useMapState } from '../use-map.ts'
import type { DrawCombine } from './combine.ts'
import styles from './draw-area.module.css'
import { startDrawSession, type DrawMode, type DrawSession } from './draw-session.ts'
import type { PickedVertex } from './picking.ts'
import { useKeyboardOnMap } from './use-keyboard-on-map.ts'
import { words } from './words.ts'

/** What buttons and keys beside the map can ask for. */
export type DrawHandle = Pick<
  DrawSession,
  'undo' | 'redo' | 'cancel' | 'finish' | 'remove' | 'stepVertex' | 'insertVertex' | 'chooseAll'
>

export interface DrawAreaProps {
  /** The tool in hand; null shows the area and leaves the map to itself. */
  mode: DrawMode | null
  value: Area | null
  /** After each shape, each change of a corner, each undo. */
  onChange: (value: Area | null) => void
  /** A new shape is closed; a good moment to change to `edit`. */
  onFinish?: (value: Area) => void
  /** Escape, while no shape is under the hand and no corner chosen. */
  onCancel?: () => void
  /** The area with what the hand is doing to it, once a frame. */
  onLive?: (area: Area | null) => void
  onHistory?: (can: { undo: boolean; redo: boolean }) => void
  /** What happened, for screen readers and the panel. */
  onSay?: (text: string) => void
  /** What a new shape does to the area that is there. */
  combine?: DrawCombine
  /** What corners snap to besides the area itself; null: to nothing. */
  snapTargets?: readonly Area[] | null
  ref?: Ref<DrawHandle>
}

/** Less than that above a corner, and its button would lie under what is at the top of the map. */
const ROOM_ABOVE_PX = 110
const above = { anchor: 'bottom', liftPx: 16 } as const
const underneath = { anchor: 'top', liftPx: -16 } as const

const none: readonly Area[] = []
const nothing: Area = { type: 'MultiPolygon', coordinates: [] }

/**
 * Draws and edits one area on the map. Polygon: click corners, close with a double click, Enter, or a click on the first
 * corner. Rectangle, circle, freehand: two clicks, or press and drag. Split: a line across. Edit: drag corners, midpoints or
 * the whole; a corner that was pressed can be removed, also by a button beside it. With the keyboard on the map, arrow keys move
 * a crosshair (or the chosen corner) and Enter presses.
 */
export function DrawArea(props: DrawAreaProps) {
  const { mode, value, combine = 'replace', snapTargets = none, ref } = props
  const { map, styleRevision, theme } = useMapState()
  const session = useRef<DrawSession>(undefined)
  const [live, setLive] = useState<Area | null>(value)
  const [vertex, setVertex] = useState<PickedVertex | null>(null)
  const [snap, setSnap] = useState<Position | null>(null)
  const latest = useEffectEvent(() => props)
  const isActive = mode !== null

  useEffect(() => {
    if (!map || styleRevision === 0) return
    const started = startDrawSession(map, theme, latest().value, {
      onChange: (next) => latest().onChange(next),
      onFinish: (next) => latest().onFinish?.(next),
      onCancel: () => latest().onCancel?.(),
      onLive: (area) => {
        setLive(area)
        latest().onLive?.(area)
      },
      onHistory: (can) => latest().onHistory?.(can),
      onVertex: setVertex,
      onSnap: (place) => setSnap((known) => (known && place && samePlace(known, place) ? known : place)),
      onSay: (text) => latest().onSay?.(text),
    })
    session.current = started
    return () => {
      session.current = undefined
      setVertex(null)
      setSnap(null)
      started.stop()
    }
  }, [map, styleRevision, theme])

  useEffect(() => {
    session.current?.setMode(mode)
    // Who takes a shape for something else than the area is left with the area as it was.
    if (mode === null) session.current?.setValue(latest().value)
  }, [map, styleRevision, theme, mode])
  useEffect(() => session.current?.setCombine(combine), [map, styleRevision, theme, combine])
  useEffect(() => session.current?.setSnapTargets(snapTargets), [map, styleRevision, theme, snapTargets])
  useEffect(() => session.current?.setValue(value), [value])
  useEffect(() => (map && isActive ? pauseFeatureHits(map) : undefined), [map, isActive])
  useEffect(() => (isActive ? takeInHand(() => latest().onCancel?.()) : undefined), [isActive])
  useKeyboardOnMap(session, mode)

  useImperativeHandle(ref, () => {
    const call = (command: 'undo' | 'redo' | 'cancel' | 'finish' | 'remove' | 'insertVertex' | 'chooseAll') => () =>
      session.current?.[command]()
    return {
      undo: call('undo'),
      redo: call('redo'),
      cancel: call('cancel'),
      finish: call('finish'),
      remove: call('remove'),
      insertVertex: call('insertVertex'),
      chooseAll: call('chooseAll'),
      stepVertex: (step) => session.current?.stepVertex(step),
    }
  }, [])

  // MapLibre's guess at what is inside looks broken.
  const fill = useMemo(() => (live && !crossesItself(live) ? live : nothing), [live])
  const parts = useMemo(() => fillParts(theme, isActive), [theme, isActive])
  const ring = useMemo(() => vertexParts(theme), [theme])
  const snapMark = useMemo(() => snapParts(theme), [theme])
  const snapPoint = useMemo(() => snap && ({ type: 'Point', coordinates: snap } as const), [snap])
  const [lng = 0, lat = 0] = vertex?.at ?? []
  const isHigh = vertex !== null && map !== null && map.project([lng, lat]).y < ROOM_ABOVE_PX
  return (
    <>
      <GeoJsonLayer name="drawn" slot="drawing" data={fill} parts={parts} />
      {snapPoint && <GeoJsonLayer name="snap" slot="drawing" order={8} data={snapPoint} parts={snapMark} />}
      {vertex && (
        <>
          <GeoJsonLayer
            name="vertex"
            slot="drawing"
            order={9}
            data={{ type: 'Point', coordinates: vertex.at }}
            parts={ring}
          />
          <Marker position={vertex.at} {...(isHigh ? underneath : above)}>
            <div className={styles.tools}>
              <MapButton
                label={words.removeCorner}
                isDisabled={!vertex.canRemove}
                onPress={() => session.current?.remove()}
              >
                <Trash2 />
              </MapButton>
            </div>
          </Marker>
        </>
      )}
    </>
  )
}

function fillParts(theme: MapTheme, isActive: boolean): LayerPart[] {
  const { accent } = OVERLAY_PALETTE[theme]
  return [{ part: 'fill', type: 'fill', paint: { 'fill-color': accent, 'fill-opacity': isActive ? 0.16 : 0.12 } }]
}

/** A ring around the chosen corner. */
function vertexParts(theme: MapTheme): LayerPart[] {
  const { accent } = OVERLAY_PALETTE[theme]
  const paint = { 'circle-radius': 12, 'circle-color': accent, 'circle-opacity': 0.25, 'circle-stroke-width': 2 }
  return [{ part: 'ring', type: 'circle', paint: { ...paint, 'circle-stroke-color': accent } }]
}

/** The place the pointer snaps to: smaller than a corner, so that it can be told from one. */
function snapParts(theme: MapTheme): LayerPart[] {
  const { accent, edge } = OVERLAY_PALETTE[theme]
  const paint = { 'circle-radius': 4, 'circle-color': accent, 'circle-stroke-color': edge, 'circle-stroke-width': 2 }
  return [{ part: 'mark', type: 'circle', paint }]
}
