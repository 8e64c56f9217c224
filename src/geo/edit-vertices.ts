import type { Position } from 'geojson'
import { longitudeStep } from './antimeridian.ts'
import { areaFrom, openRing, polygonsOf, type Area } from './rings.ts'

/** A ring of an area: 0 is the outline of its part, the others its holes. */
export type RingRef = { part: number; ring: number }

/** A corner; the point that closes a ring is its first corner. */
export type VertexRef = RingRef & { index: number }

export function vertexAt(area: Area, { part, ring, index }: VertexRef): Position | undefined {
  return openRing(polygonsOf(area)[part]?.[ring] ?? [])[index]
}

/** The corner so many steps further, through all rings one after the other and round again; from null the first or last. */
export function vertexStep(area: Area, from: VertexRef | null, step: 1 | -1): VertexRef | null {
  const all = polygonsOf(area).flatMap((rings, part) =>
    rings.flatMap((corners, ring) => openRing(corners).map((_, index): VertexRef => ({ part, ring, index }))),
  )
  const at = from
    ? all.findIndex(({ part, ring, index }) => part === from.part && ring === from.ring && index === from.index)
    : -1
  if (at === -1) return all.at(step === 1 ? 0 : -1) ?? null
  return all[(at + step + all.length) % all.length] ?? null
}

export function moveVertex(area: Area, ref: VertexRef, to: Position): Area {
  return changeRing(area, ref, (corners) => corners.with(ref.index, to))
}

/** A corner more, in the middle of the side behind `ref`; it is the one after `ref`. */
export function insertVertex(area: Area, ref: VertexRef): Area {
  return changeRing(area, ref, (corners) => {
    const [lng1 = 0, lat1 = 0] = corners[ref.index] ?? []
    const [lng2 = 0, lat2 = 0] = corners[(ref.index + 1) % corners.length] ?? []
    return corners.toSpliced(ref.index + 1, 0, [lng1 + longitudeStep(lng1, lng2) / 2, (lat1 + lat2) / 2])
  })
}

/** A corner less. A hole of three corners goes as a whole; an outline of three stays, and the answer is null. */
export function removeVertex(area: Area, ref: VertexRef): Area | null {
  const corners = openRing(polygonsOf(area)[ref.part]?.[ref.ring] ?? [])
  if (corners.length > 3) return changeRing(area, ref, (all) => all.toSpliced(ref.index, 1))
  return ref.ring === 0 ? null : removeRing(area, ref)
}

/** Without a hole, or without a part when the ring is its outline; null when nothing is left. */
export function removeRing(area: Area, { part, ring }: RingRef): Area | null {
  const polygons = polygonsOf(area)
  const left =
    ring === 0
      ? polygons.toSpliced(part, 1)
      : polygons.map((rings, i) => (i === part ? rings.toSpliced(ring, 1) : rings))
  return left.length > 0 ? areaFrom(left) : null
}

export function moveArea(area: Area, [dLng = 0, dLat = 0]: Position): Area {
  return areaFrom(
    polygonsOf(area).map((rings) =>
      rings.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng + dLng, Math.max(-90, Math.min(90, lat + dLat))])),
    ),
  )
}

function changeRing(area: Area, { part, ring }: RingRef, change: (corners: Position[]) => Position[]): Area {
  return areaFrom(
    polygonsOf(area).map((rings, i) =>
      rings.map((corners, j) => {
        if (i !== part || j !== ring) return corners
        const changed = change(openRing(corners))
        return changed[0] ? [...changed, changed[0]] : []
      }),
    ),
  )
}
