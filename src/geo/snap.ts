import type { Position } from 'geojson'

export type Pixel = { x: number; y: number }
type Project = (lng: number, lat: number) => Pixel

/**
 * The corner nearest to a pixel, or else the nearest place on a side, within `reachPx`; undefined if nothing is that near. Corners
 * win over sides, since near a corner its sides are always nearer.
 */
export function snapPosition(
  pointer: Pixel,
  rings: Iterable<readonly Position[]>,
  project: Project,
  reachPx: number,
): Position | undefined {
  let corner: { distance: number; place: Position } | undefined
  let side: { distance: number; place: Position } | undefined
  for (const ring of rings) {
    let before: { pixel: Pixel; place: Position } | undefined
    for (const place of ring) {
      const [lng = 0, lat = 0] = place
      const pixel = project(lng, lat)
      const distance = Math.hypot(pixel.x - pointer.x, pixel.y - pointer.y)
      if (distance <= (corner?.distance ?? reachPx)) corner = { distance, place: [lng, lat] }
      if (before) {
        const share = shareAlong(before.pixel, pixel, pointer)
        const x = before.pixel.x + (pixel.x - before.pixel.x) * share
        const y = before.pixel.y + (pixel.y - before.pixel.y) * share
        const beside = Math.hypot(x - pointer.x, y - pointer.y)
        const [lng0 = 0, lat0 = 0] = before.place
        if (beside <= (side?.distance ?? reachPx)) {
          side = { distance: beside, place: [lng0 + (lng - lng0) * share, lat0 + (lat - lat0) * share] }
        }
      }
      before = { pixel, place }
    }
  }
  return (corner ?? side)?.place
}

function shareAlong(from: Pixel, to: Pixel, { x, y }: Pixel): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const lengthSquared = dx * dx + dy * dy
  if (lengthSquared === 0) return 0
  return Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / lengthSquared))
}
