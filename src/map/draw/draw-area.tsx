import type { MultiLineString } from 'geojson'
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import type { Area } from '#src/geo/rings.ts'
import { OVERLAY_PALETTE, type MapTheme } from '../basemap-palette.ts'
import { pauseFeatureHits } from '../feature-hits.ts'
import { GeoJsonLayer, type LayerPart } from '../geojson-layer.tsx'
import { useMapState } from '../use-map.ts'
import { keyCommand } from './draw-keys.ts'
import { holesOf, startDrawSession, type DrawMeasure, type DrawMode, type DrawSession } from './draw-session.ts'

/** What buttons beside the map can ask for. */
export type DrawHandle = Pick<DrawSession, 'undo' | 'redo' | 'cancel' | 'finish' | 'remove'>

export interface DrawAreaProps {
  /** The tool in hand; null shows the area and leaves the map to itself. */
  mode: DrawMode | null
  value: Area | null
  /** After each shape, each change of a corner, each undo. */
  onChange: (value: Area | null) => void
  /** A new shape is closed; a good moment to change to `edit`. */
  onFinish?: (value: Area) => void
  /** Escape, while no shape is under the hand. */
  onCancel?: () => void
  /** Follows the hand, once a frame; null when there is no area. */
  onMeasure?: (measure: DrawMeasure | null) => void
  onHistory?: (can: { undo: boolean; redo: boolean }) => void
  /** A new shape is added to the area instead of taking its place. */
  multiple?: boolean
  ref?: Ref<DrawHandle>
}

/**
 * Draws and edits one area on the map. Polygon: click corners, close with a double click, Enter, or a click on the first
 * corner. Rectangle, circle, freehand: two clicks, or press and drag. Edit: drag corners, midpoints or the whole; right
 * click on a corner removes it; Delete removes the shape. Ctrl+Z and Ctrl+Shift+Z undo and redo.
 */
export function DrawArea(props: DrawAreaProps) {
  const { mode, value, multiple = false, ref } = props
  const { map, styleRevision, theme } = useMapState()
  const session = useRef<DrawSession>(undefined)
  const latest = useEffectEvent(() => props)
  const isActive = mode !== null

  useEffect(() => {
    if (!map || styleRevision === 0) return
    const started = startDrawSession(map, theme, latest().value, {
      onChange: (next) => latest().onChange(next),
      onFinish: (next) => latest().onFinish?.(next),
      onCancel: () => latest().onCancel?.(),
      onMeasure: (measure) => latest().onMeasure?.(measure),
      onHistory: (can) => latest().onHistory?.(can),
    })
    session.current = started
    return () => {
      session.current = undefined
      started.stop()
    }
  }, [map, styleRevision, theme])

  useEffect(() => session.current?.setMode(mode), [map, styleRevision, theme, mode])
  useEffect(() => session.current?.setMultiple(multiple), [map, styleRevision, theme, multiple])
  useEffect(() => session.current?.setValue(value), [value])
  useEffect(() => (map && isActive ? pauseFeatureHits(map) : undefined), [map, isActive])

  useEffect(() => {
    if (!map || !isActive) return
    const onKeyDown = (event: KeyboardEvent) => {
      const command = keyCommand(event)
      // The canvas passes Enter on to terra-draw by itself.
      if (!command || (command === 'finish' && event.target === map.getCanvas())) return
      event.preventDefault()
      session.current?.[command]()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [map, isActive])

  useImperativeHandle(ref, () => {
    const call = (command: keyof DrawHandle) => () => session.current?.[command]()
    return {
      undo: call('undo'),
      redo: call('redo'),
      cancel: call('cancel'),
      finish: call('finish'),
      remove: call('remove'),
    }
  }, [])

  const holes = useMemo((): MultiLineString => ({ type: 'MultiLineString', coordinates: holesOf(value) }), [value])
  const parts = useMemo(() => holeParts(theme), [theme])
  return <GeoJsonLayer name="holes" slot="drawing" data={holes} parts={parts} />
}

function holeParts(theme: MapTheme): LayerPart[] {
  const { accent } = OVERLAY_PALETTE[theme]
  return [{ part: 'line', type: 'line', paint: { 'line-color': accent, 'line-width': 2, 'line-dasharray': [2, 1] } }]
}
