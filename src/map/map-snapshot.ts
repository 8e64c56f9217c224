import type { MapLibreMap } from 'maplibre-gl'
import { followerOf } from './linked-map.tsx'
import { mapScale } from './map-scale.ts'
import { halvesOf, viewBoxOf } from './view-inset.ts'

export type MapSnapshot = {
  /** In pixels of the screen, `ratio` for each of the page. */
  canvas: HTMLCanvasElement
  ratio: number
  scale: ReturnType<typeof mapScale>
  /** Where north is, degrees clockwise from upwards. */
  northDeg: number
  /** Page pixels of the picture for a place, or null where it does not show it. */
  project: (place: readonly [lng: number, lat: number]) => { x: number; y: number } | null
}

const MAX_SCALE_PX = 120

/** What the map shows now where no panel covers it, with a map linked to it in its half. */
export async function mapSnapshot(map: MapLibreMap): Promise<MapSnapshot> {
  const box = viewBoxOf(map)
  const { left, top, width, height, mapWidth } = box
  const ratio = map.getCanvas().width / mapWidth
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The browser gives no canvas to draw on.')
  await drawn(map, (source) => context.drawImage(source, -Math.round(left * ratio), -Math.round(top * ratio)))
  const follower = followerOf(map)
  const [first, second] = halvesOf(box)
  if (follower) {
    const [x, y] = [Math.round((second.left - left) * ratio), Math.round((second.top - top) * ratio)]
    await drawn(follower, (source) => context.drawImage(source, x, y))
    context.fillStyle = '#fff'
    if (x > 0) context.fillRect(x - ratio, 0, 2 * ratio, canvas.height)
    else context.fillRect(0, y - ratio, canvas.width, 2 * ratio)
  }
  return {
    canvas,
    ratio,
    scale: mapScale(map, MAX_SCALE_PX),
    northDeg: -map.getBearing(),
    project: (place) => {
      const { x, y } = map.project([...place])
      const part = follower ? first : box
      const inside = x >= left && y >= top && x <= left + part.width && y <= top + part.height
      return inside ? { x: x - left, y: y - top } : null
    },
  }
}

/** The canvas of a map holds its pixels only while the frame lasts that drew them. */
function drawn(map: MapLibreMap, use: (canvas: HTMLCanvasElement) => void): Promise<void> {
  return new Promise((resolve) => {
    map.once('render', () => {
      use(map.getCanvas())
      resolve()
    })
    map.triggerRepaint()
  })
}
