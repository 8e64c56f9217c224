import { FakeMap } from './fake-map.ts'

const PX_PER_DEGREE = 100
/** The place in its upper left corner. */
const CORNER = { lng: 10, lat: 55 }

const pixel = (x: number, y: number) => ({
  x,
  y,
  dist: (other: { x: number; y: number }) => Math.hypot(other.x - x, other.y - y),
})

/** Test material: a fake map that pointers draw on. A degree is a hundred pixels, either way. */
export class FlatMap extends FakeMap {
  readonly version = 'fake'
  readonly dragPan = toggle()
  readonly dragRotate = toggle()
  readonly doubleClickZoom = toggle()

  project(place: [number, number] | { lng: number; lat: number }) {
    const [lng, lat] = Array.isArray(place) ? place : [place.lng, place.lat]
    return pixel((lng - CORNER.lng) * PX_PER_DEGREE, (CORNER.lat - lat) * PX_PER_DEGREE)
  }
  unproject(at: [number, number] | { x: number; y: number }) {
    const [x, y] = Array.isArray(at) ? at : [at.x, at.y]
    return { lng: CORNER.lng + x / PX_PER_DEGREE, lat: CORNER.lat - y / PX_PER_DEGREE }
  }
  getBounds() {
    return { contains: () => true }
  }
  getCanvasContainer() {
    return this.getContainer()
  }

  /** A pointer on the canvas, at a place or so many pixels beside it. */
  point(
    type: 'pointermove' | 'pointerdown' | 'pointerup',
    place: [number, number],
    [dx, dy]: [number, number] = [0, 0],
    how: PointerEventInit = {},
  ) {
    const { x, y } = this.project(place)
    const where = { clientX: x + dx, clientY: y + dy, button: type === 'pointermove' ? -1 : 0 }
    const event = new PointerEvent(type, { ...where, isPrimary: true, pointerType: 'mouse', ...how })
    this.getCanvas().dispatchEvent(event)
  }
  press(place: [number, number], beside?: [number, number], how?: PointerEventInit) {
    this.point('pointermove', place, beside)
    this.point('pointerdown', place, beside, how)
    this.point('pointerup', place, beside, how)
    // MapLibre makes a click of the first button only.
    if (how?.button) return
    const point = this.project(place)
    const [lng, lat] = place
    this.emit('click', { point, lngLat: { lng, lat }, originalEvent: new PointerEvent('click') })
  }
  drag(from: [number, number], to: [number, number], beside?: [number, number]) {
    this.point('pointermove', from)
    this.point('pointerdown', from)
    const steps = 5
    for (let i = 1; i <= steps; i++) {
      const between: [number, number] = [
        from[0] + ((to[0] - from[0]) * i) / steps,
        from[1] + ((to[1] - from[1]) * i) / steps,
      ]
      this.point('pointermove', between, i === steps ? beside : undefined)
    }
    this.point('pointerup', to, beside)
  }
}

function toggle() {
  let isOn = true
  return {
    isEnabled: () => isOn,
    enable: () => {
      isOn = true
    },
    disable: () => {
      isOn = false
    },
  }
}
