import type { MapLibreMap } from 'maplibre-gl'
import styles from './crosshair.module.css'
import { viewBoxOf } from './view-inset.ts'

/** A pointer that arrow keys move over the map. What it does arrives as pointer events, so that a tool needs to know of one hand only. */
export interface Crosshair {
  readonly isShown: boolean
  show: () => void
  hide: () => void
  /** Moves by pixels; at the edge of the free part of the map the map moves instead. */
  moveBy: (dx: number, dy: number) => void
  /** Presses and lets go where it is. */
  click: () => void
  place: () => { lng: number; lat: number }
  remove: () => void
}

/** How near to the edge it goes. */
const MARGIN_PX = 32

export function createCrosshair(map: MapLibreMap): Crosshair {
  const canvas = map.getCanvas()
  const element = document.createElement('div')
  element.className = styles.crosshair ?? ''
  element.dataset.testid = 'crosshair'
  element.ariaHidden = 'true'
  element.hidden = true
  map.getCanvasContainer().append(element)
  let at: { x: number; y: number } | undefined

  const hide = () => {
    element.hidden = true
  }
  const point = (type: 'pointermove' | 'pointerdown' | 'pointerup', button: number) => {
    const { left, top } = canvas.getBoundingClientRect()
    const { x, y } = at ?? { x: 0, y: 0 }
    const where = { clientX: left + x, clientY: top + y }
    // Not bubbling: it is meant for the tool on the canvas, and is no sign of a mouse to anyone else.
    canvas.dispatchEvent(new PointerEvent(type, { ...where, button, isPrimary: true, pointerType: 'mouse' }))
  }
  const draw = () => {
    if (at) element.style.transform = `translate(${at.x}px, ${at.y}px)`
    element.hidden = false
  }
  const show = () => {
    const { left, top, width, height } = viewBoxOf(map)
    const isInside = at && at.x >= left && at.x <= left + width && at.y >= top && at.y <= top + height
    if (!isInside) at = { x: left + width / 2, y: top + height / 2 }
    draw()
    point('pointermove', -1)
  }
  // Whoever takes the mouse again wants no second pointer.
  const onPointer = (event: PointerEvent) => {
    if (event.isTrusted) hide()
  }
  canvas.addEventListener('pointermove', onPointer)
  canvas.addEventListener('pointerdown', onPointer)

  return {
    get isShown() {
      return !element.hidden
    },
    show,
    hide,
    moveBy: (dx, dy) => {
      if (element.hidden || !at) return show()
      const { left, top, width, height } = viewBoxOf(map)
      const inside = (value: number, low: number, size: number) =>
        Math.max(low + MARGIN_PX, Math.min(low + size - MARGIN_PX, value))
      const x = inside(at.x + dx, left, width)
      const y = inside(at.y + dy, top, height)
      const [overX, overY] = [at.x + dx - x, at.y + dy - y]
      if (overX !== 0 || overY !== 0) map.panBy([overX, overY], { duration: 0 })
      at = { x, y }
      draw()
      point('pointermove', -1)
    },
    click: () => {
      point('pointerdown', 0)
      point('pointerup', 0)
    },
    place: () => map.unproject([at?.x ?? 0, at?.y ?? 0]),
    remove: () => {
      canvas.removeEventListener('pointermove', onPointer)
      canvas.removeEventListener('pointerdown', onPointer)
      element.remove()
    },
  }
}
