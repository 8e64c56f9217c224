import type { Position } from 'geojson'
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw'
import type { RingRef } from '#src/geo/edit-vertices.ts'
import type { Area } from '#src/geo/rings.ts'
import { areaOf, boxPulledTo, cornersOf, isRing, ringsOf, rounded, shiftBetween, shifted } from './draw-geometry.ts'

type Id = NonNullable<GeoJSONStoreFeatures['id']>
type Known = RingRef & { corners: Position[] }

/** The rings of one area as shapes of terra-draw, and back. */
export interface DrawnRings {
  /** Puts an area in the place of whatever is drawn. */
  show: (area: Area | null) => void
  /** The area as it is drawn now. Holes go along with an outline that was moved as a whole. */
  read: () => Area | null
  /** Makes a shape just drawn the whole area, without drawing it anew: a circle stays one. */
  keepOnly: (id: Id) => void
  /** Puts the corner of a box by which it was resized right on a place: terra-draw comes near it only. */
  pullBox: (id: Id, to: Position) => void
  refOf: (id: Id | undefined) => RingRef | undefined
  idOf: (ref: RingRef) => Id | undefined
  /** The drawing no longer is what `show` would make of it, as a box with a fifth corner or a hole left behind. */
  isStale: () => boolean
}

export function createDrawnRings(draw: TerraDraw): DrawnRings {
  const known = new Map<Id, Known>()
  const now = () =>
    draw.getSnapshot().flatMap((feature) => {
      const before = feature.id === undefined ? undefined : known.get(feature.id)
      return before && isRing(feature) ? [{ feature, before, corners: cornersOf(feature) }] : []
    })

  const read = () => {
    const rings = now()
    const shifts = new Map(
      rings.flatMap(({ before, corners }) => {
        const shift = before.ring === 0 ? shiftBetween(before.corners, corners) : null
        return shift ? [[before.part, shift] as const] : []
      }),
    )
    return areaOf(
      rings.map(({ before: { part, ring }, corners }) => {
        const shift = ring > 0 ? shifts.get(part) : undefined
        return { part, ring, corners: shift ? shifted(corners, shift) : corners }
      }),
    )
  }

  return {
    read,
    show: (area) => {
      draw.clear()
      known.clear()
      draw.addFeatures(
        ringsOf(area).map(({ part, ring, mode, corners }): GeoJSONStoreFeatures => {
          const id = draw.getFeatureId()
          known.set(id, { part, ring, corners })
          return { id, type: 'Feature', properties: { mode }, geometry: { type: 'Polygon', coordinates: [corners] } }
        }),
      )
    },
    keepOnly: (id) => {
      draw.removeFeatures([...known.keys()].filter((other) => draw.hasFeature(other)))
      known.clear()
      known.set(id, { part: 0, ring: 0, corners: cornersOf(draw.getSnapshotFeature(id)) })
    },
    pullBox: (id, to) => {
      const corners = boxPulledTo(cornersOf(draw.getSnapshotFeature(id)), rounded(to))
      draw.updateFeatureGeometry(id, { type: 'Polygon', coordinates: [corners] })
    },
    refOf: (id) => (id === undefined ? undefined : known.get(id)),
    idOf: ({ part, ring }) => [...known].find(([, ref]) => ref.part === part && ref.ring === ring)?.[0],
    isStale: () => {
      const rings = now()
      const hasHoles = rings.some(({ before }) => before.ring > 0)
      return rings.some(({ feature, before, corners }) => {
        const isBox = ringsOf({ type: 'Polygon', coordinates: [corners] })[0]?.mode === 'rectangle'
        if (feature.properties.mode === 'rectangle' && !isBox) return true
        return hasHoles && shiftBetween(before.corners, corners) !== null
      })
    },
  }
}
