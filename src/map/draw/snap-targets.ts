import type { Position } from 'geojson'
import type { SnapToCustom } from 'terra-draw'
import { bboxesOverlap, bboxOf, type Bbox } from '#src/geo/bbox.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { snapPosition } from '#src/geo/snap.ts'

const REACH_PX = 12

const boxes = new WeakMap<Area, Bbox | undefined>()

/** Lets terra-draw snap to corners and sides of whatever `targets` gives at the moment; `null` there: no snapping. */
export function snapTo(targets: (currentId: unknown) => readonly (Area | Position[])[] | null): SnapToCustom {
  return ({ lng, lat, containerX: x, containerY: y }, { currentId, project, unproject }) => {
    const near = targets(currentId)
    if (!near) return undefined
    // A box around the pointer leaves most footprints out without a look at their corners.
    const beside = unproject(x + REACH_PX, y + REACH_PX)
    const [dLng, dLat] = [Math.abs(beside.lng - lng), Math.abs(beside.lat - lat)]
    const around: Bbox = [lng - dLng, lat - dLat, lng + dLng, lat + dLat]
    const rings = near.flatMap((target) => {
      if (Array.isArray(target)) return [target]
      if (!boxes.has(target)) boxes.set(target, bboxOf(target))
      const box = boxes.get(target)
      return box && bboxesOverlap(box, around) ? polygonsOf(target).flat() : []
    })
    return snapPosition({ x, y }, rings, project, REACH_PX)
  }
}
