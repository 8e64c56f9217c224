import { useEffect, useRef, type RefObject } from 'react'
import { useMapState } from '../use-map.ts'
import { keyCommand } from './draw-keys.ts'
import type { DrawMode, DrawSession } from './draw-session.ts'

/** Keys of the drawing; and the focus goes to the map with a tool taken by key, and back when it is put down. */
export function useKeyboardOnMap(session: RefObject<DrawSession | undefined>, mode: DrawMode | null): void {
  const { map, styleRevision, theme } = useMapState()
  useEffect(() => {
    if (!map || mode === null) return
    const canvas = map.getCanvas()
    const onCanvasKey = (event: KeyboardEvent) => {
      if (!session.current?.onKey(event)) return
      event.preventDefault()
      // MapLibre would move the map.
      event.stopImmediatePropagation()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const command = keyCommand(event)
      if (!command) return
      event.preventDefault()
      session.current?.[command]()
    }
    canvas.addEventListener('keydown', onCanvasKey, true)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      canvas.removeEventListener('keydown', onCanvasKey, true)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [session, map, mode])

  const cameFrom = useRef<HTMLElement>(undefined)
  useEffect(() => {
    if (!map) return
    const canvas = map.getCanvas()
    const focused = document.activeElement
    if (mode === null) {
      if (focused === canvas) cameFrom.current?.focus()
      cameFrom.current = undefined
    } else if (focused instanceof HTMLElement && focused !== canvas && focused.matches(':focus-visible')) {
      cameFrom.current = focused
      session.current?.takeKeyboard()
    }
  }, [session, map, styleRevision, theme, mode])
}
