import type { Position } from 'geojson'
import type { MapLibreMap } from 'maplibre-gl'
import type { TerraDrawMouseEvent } from 'terra-draw'
import { bboxesOverlap, bboxOf, type Bbox } from '#src/geo/bbox.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { snapPosition } from '#src/geo/snap.ts'
import { rounded } from './draw-geometry.ts'

const REACH_PX = 12

const boxes = new WeakMap<Area, Bbox | undefined>()

/** The pointer at the corner or side that it snaps to; undefined: there is none within reach. */
export function snapped(
  event: TerraDrawMouseEvent,
  targets: readonly (Area | Position[])[],
  map: Pick<MapLibreMap, 'project' | 'unproject'>,
): TerraDrawMouseEvent | undefined {
  const { containerX: x, containerY: y } = event
  // A box around the pointer leaves most footprints out without a look at their corners.
  const beside = map.unproject([x + REACH_PX, y + REACH_PX])
  const [dLng, dLat] = [Math.abs(beside.lng - event.lng), Math.abs(beside.lat - event.lat)]
  const around: Bbox = [event.lng - dLng, event.lat - dLat, event.lng + dLng, event.lat + dLat]
  const rings = targets.flatMap((target) => {
    if (Array.isArray(target)) return [target]
    if (!boxes.has(target)) boxes.set(target, bboxOf(target))
    const box = boxes.get(target)
    return box && bboxesOverlap(box, around) ? polygonsOf(target).flat() : []
  })
  const place = snapPosition({ x, y }, rings, (...at) => map.project(at), REACH_PX)
  if (!place) return undefined
  const [lng = 0, lat = 0] = rounded(place)
  return { ...event, lng, lat }
}
