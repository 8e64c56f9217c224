import type { MapLibreMap } from 'maplibre-gl'
import { followerOf } from './linked-map.tsx'
import { mapScale } from './map-scale.ts'
import { viewBoxOf } from './view-inset.ts'

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
  const { left, top, width, height, mapWidth } = viewBoxOf(map)
  const ratio = map.getCanvas().width / mapWidth
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The browser gives no canvas to draw on.')
  await drawn(map, (source) => context.drawImage(source, -Math.round(left * ratio), -Math.round(top * ratio)))
  const follower = followerOf(map)
  if (follower) {
    const middle = Math.round((width / 2) * ratio)
    await drawn(follower, (source) => context.drawImage(source, middle, 0))
    context.fillStyle = '#fff'
    context.fillRect(middle - ratio, 0, 2 * ratio, canvas.height)
  }
  return {
    canvas,
    ratio,
    scale: mapScale(map, MAX_SCALE_PX),
    northDeg: -map.getBearing(),
    project: (place) => {
      const { x, y } = map.project([...place])
      const inside = x >= left && y >= top && x <= left + (follower ? width / 2 : width) && y <= top + height
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
