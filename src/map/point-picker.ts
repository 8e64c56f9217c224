import type { MapLibreMap } from 'maplibre-gl'
import { createCrosshair } from './crosshair.ts'
import { arrowStep } from './draw/draw-keys.ts'

type LngLat = [lng: number, lat: number]

export type PointPickerEvents = {
  onPoint: (at: LngLat) => void
  /** A second press at the same place. */
  onTwice: () => void
  /** Follows the pointer, or the crosshair. */
  onMove: (at: LngLat) => void
}

export type PointPicker = {
  /** A key pressed on the map itself; true if it meant something. */
  onKey: (event: KeyboardEvent) => boolean
  takeKeyboard: () => void
  stop: () => void
}

/** More than that between press and release is a drag of the map. */
const DRAG_PX = 5
/** A second press so near is one at the same place: of a mouse, and of a fingertip. */
const TWICE_PX = { fine: 8, coarse: 24 }

/** Places pressed on the map, by mouse, finger or crosshair. Dragging still moves the map. */
export function pickPoints(map: MapLibreMap, { onPoint, onTwice, onMove }: PointPickerEvents): PointPicker {
  const canvas = map.getCanvas()
  const crosshair = createCrosshair(map)
  let pressed: { x: number; y: number } | undefined
  let last: LngLat | undefined

  const pixelOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const placeOf = ({ x, y }: { x: number; y: number }): LngLat => {
    const { lng, lat } = map.unproject([x, y])
    return [lng, lat]
  }
  const onPointerDown = (event: PointerEvent) => {
    pressed = event.isPrimary && event.button === 0 ? pixelOf(event) : undefined
  }
  const onPointerUp = (event: PointerEvent) => {
    const at = pixelOf(event)
    const isPress = pressed && event.isPrimary && Math.hypot(at.x - pressed.x, at.y - pressed.y) <= DRAG_PX
    pressed = undefined
    if (!isPress) return
    const before = last && map.project(last)
    const reach = event.pointerType === 'touch' ? TWICE_PX.coarse : TWICE_PX.fine
    if (before && Math.hypot(before.x - at.x, before.y - at.y) <= reach) {
      last = undefined
      return onTwice()
    }
    last = placeOf(at)
    onPoint(last)
  }
  const onPointerMove = (event: PointerEvent) => onMove(placeOf(pixelOf(event)))

  const wasZooming = map.doubleClickZoom.isEnabled()
  map.doubleClickZoom.disable()
  const cursorBefore = canvas.style.cursor
  canvas.style.cursor = 'crosshair'
  canvas.addEventListener('pointerdown', onPointerDown)
  canvas.addEventListener('pointerup', onPointerUp)
  canvas.addEventListener('pointermove', onPointerMove)
  return {
    takeKeyboard: () => {
      canvas.focus()
      crosshair.show()
    },
    onKey: (event) => {
      const arrow = arrowStep(event)
      if (arrow) crosshair.moveBy(...arrow)
      else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && crosshair.isShown) crosshair.click()
      else return false
      return true
    },
    stop: () => {
      canvas.removeEventListener('pointerdown', onPointerDown)
      canvas.removeEventListener('pointerup', onPointerUp)
      canvas.removeEventListener('pointermove', onPointerMove)
      if (wasZooming) map.doubleClickZoom.enable()
      canvas.style.cursor = cursorBefore
      crosshair.remove()
    },
  }
}
