import type { Position } from 'geojson'
import type { MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { ringContains } from '#src/geo/contains-point.ts'
import {
  insertVertex,
  moveArea,
  moveVertex,
  removeRing,
  removeVertex,
  vertexAt,
  vertexStep,
  type RingRef,
  type VertexRef,
} from '#src/geo/edit-vertices.ts'
import { openRing, polygonsOf, type Area } from '#src/geo/rings.ts'
import { placeInWords } from './place-in-words.ts'
import { words } from './words.ts'

/** The chosen corner, where it is, and whether the ring can do without it. */
export type PickedVertex = { ref: VertexRef; at: Position; canRemove: boolean }

type PickingPorts = {
  area: () => Area | null
  change: (next: Area | null, ring: RingRef | undefined, isSameStep: boolean) => void
  select: (ring: RingRef) => void
  onVertex: (vertex: PickedVertex | null) => void
  say: (text: string) => void
}

/** How near a click counts as on a corner: of a mouse, and of a fingertip. */
const REACH_PX = { fine: 10, coarse: 24 }

/** A corner chosen by a press or by key, and what is done to it; or the whole area. What dragging does is terra-draw's. */
export function createPicking(map: MapLibreMap, { area, change, select, onVertex, say }: PickingPorts) {
  let picked: VertexRef | 'all' | null = null
  let isNudging = false

  const place = ([lng = 0, lat = 0]: Position) => placeInWords(map, { lng, lat })
  const pick = (ref: VertexRef | null) => {
    picked = ref
    isNudging = false
    tellVertex()
    if (ref) select(ref)
  }
  const tellVertex = () => {
    const now = area()
    const ref = picked === 'all' ? null : picked
    const at = now && ref && vertexAt(now, ref)
    const corners = now && ref ? openRing(polygonsOf(now)[ref.part]?.[ref.ring] ?? []).length : 0
    onVertex(at && ref ? { ref, at, canRemove: corners > 3 || ref.ring > 0 } : null)
  }
  const describe = (now: Area, ref: VertexRef) => {
    const polygons = polygonsOf(now)
    const count = openRing(polygons[ref.part]?.[ref.ring] ?? []).length
    const ring = (ref.ring > 0 ? words.ofHole(ref.ring) : '') + (polygons.length > 1 ? words.ofPart(ref.part + 1) : '')
    return words.corner(ref.index + 1, count, ring, place(vertexAt(now, ref) ?? []))
  }
  const bringIntoView = ([lng = 0, lat = 0]: Position) => {
    if (!map.getBounds().contains([lng, lat])) map.jumpTo({ center: [lng, lat] })
  }
  const moved = ([lng = 0, lat = 0]: Position, [dx, dy]: readonly [number, number]): Position => {
    const { x, y } = map.project([lng, lat])
    const to = map.unproject([x + dx, y + dy])
    return [to.lng, to.lat]
  }

  return {
    /** @returns whether there was anything to let go of. */
    letGo: (): boolean => {
      const had = picked !== null
      if (had) pick(null)
      return had
    },
    pickAt: ({ point, lngLat, originalEvent }: MapMouseEvent) => {
      const now = area()
      if (!now) return
      const isFinger = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch'
      let nearest: { ref: VertexRef; distance: number } | undefined
      let inside: RingRef | undefined
      for (const [part, rings] of polygonsOf(now).entries()) {
        for (const [ring, corners] of rings.entries()) {
          for (const [index, [lng = 0, lat = 0]] of openRing(corners).entries()) {
            const distance = map.project([lng, lat]).dist(point)
            if (distance < (nearest?.distance ?? Infinity)) nearest = { ref: { part, ring, index }, distance }
          }
          if (ringContains(corners, [lngLat.lng, lngLat.lat])) inside = { part, ring }
        }
      }
      const reach = isFinger ? REACH_PX.coarse : REACH_PX.fine
      if (nearest && nearest.distance <= reach) {
        pick(nearest.ref)
        return say(describe(now, nearest.ref))
      }
      pick(null)
      if (inside) select(inside)
    },
    stepVertex: (by: 1 | -1) => {
      const now = area()
      const ref = now && vertexStep(now, picked === 'all' ? null : picked, by)
      if (!now || !ref) return
      pick(ref)
      bringIntoView(vertexAt(now, ref) ?? [])
      say(describe(now, ref))
    },
    insertVertex: () => {
      const now = area()
      if (!now || !picked || picked === 'all') return say(words.nothingChosen)
      const ref = { ...picked, index: picked.index + 1 }
      const next = insertVertex(now, picked)
      change(next, ref, false)
      pick(ref)
      say(words.cornerAdded(place(vertexAt(next, ref) ?? [])))
    },
    chooseAll: () => {
      if (!area()) return
      pick(null)
      picked = 'all'
      say(words.shapeChosen)
    },
    /** @returns whether something was chosen to be moved. */
    nudge: (by: readonly [number, number]): boolean => {
      const now = area()
      if (!now || !picked) return false
      const ref = picked === 'all' ? { part: 0, ring: 0, index: 0 } : picked
      const from = vertexAt(now, ref) ?? [0, 0]
      const to = moved(from, by)
      const [[lng0 = 0, lat0 = 0], [lng1 = 0, lat1 = 0]] = [from, to]
      const next = picked === 'all' ? moveArea(now, [lng1 - lng0, lat1 - lat0]) : moveVertex(now, ref, to)
      change(next, ref, isNudging)
      isNudging = true
      tellVertex()
      bringIntoView(to)
      say(picked === 'all' ? words.shapeMoved(place(to)) : words.cornerMoved(place(to)))
      return true
    },
    /** The chosen corner, or else the ring given. */
    remove: (ring: RingRef | undefined) => {
      const now = area()
      if (!now) return
      if (picked && picked !== 'all') {
        const next = removeVertex(now, picked)
        if (!next) return say(words.threeCorners)
        const count = openRing(polygonsOf(next)[picked.part]?.[picked.ring] ?? []).length
        const after = count > 0 ? { ...picked, index: Math.min(picked.index, count - 1) } : null
        change(next, picked, false)
        pick(after)
        return say(words.cornerRemoved)
      }
      if (!ring) return
      pick(null)
      change(removeRing(now, ring), undefined, false)
      say(words.ringRemoved(ring.ring > 0))
    },
  }
}
