import type { Position } from 'geojson'
import type { GeoJSONStoreFeatures } from 'terra-draw'
import type { RingRef } from '#src/geo/edit-vertices.ts'
import { areaFrom, openRing, polygonsOf, samePlace, signedTwiceArea, type Area } from '#src/geo/rings.ts'

/** A ten-millionth of a degree is about a centimetre; terra-draw refuses more than nine digits. */
const DIGITS = 1e7

/** A ring of an area. terra-draw knows no holes: each ring is a shape of its own there. */
export interface DrawnRing extends RingRef {
  mode: 'polygon' | 'rectangle'
  corners: Position[]
}

export function ringsOf(area: Area | null): DrawnRing[] {
  if (!area) return []
  return polygonsOf(area).flatMap((rings, part) =>
    rings.flatMap((coordinates, ring): DrawnRing[] => {
      const corners = tidy(coordinates)
      return corners.length >= 4 ? [{ part, ring, mode: isRectangle(corners) ? 'rectangle' : 'polygon', corners }] : []
    }),
  )
}

/** The area made of rings, in any order; null of none. Outlines run counterclockwise, holes clockwise (RFC 7946, 3.1.6). */
export function areaOf(rings: readonly (RingRef & { corners: Position[] })[]): Area | null {
  const outlines = rings.filter(({ ring }) => ring === 0).toSorted((a, b) => a.part - b.part)
  const polygons = outlines.map(({ part, corners }) => {
    const holes = rings.filter((other) => other.part === part && other.ring > 0).toSorted((a, b) => a.ring - b.ring)
    return [wound(tidy(corners), true), ...holes.map((hole) => wound(tidy(hole.corners), false))]
  })
  return polygons.length > 0 ? areaFrom(polygons) : null
}

/** Whether a closed ring is a box along the meridians and parallels, as the rectangle tool draws it. */
export function isRectangle(ring: Position[]): boolean {
  const corners = openRing(ring)
  if (corners.length !== 4) return false
  return corners.every(([lng, lat], i) => {
    const [nextLng, nextLat] = corners[(i + 1) % 4] ?? []
    const [afterLng, afterLat] = corners[(i + 2) % 4] ?? []
    return lng === nextLng ? nextLat === afterLat : lat === nextLat && nextLng === afterLng
  })
}

/** A box with its nearest corner put right on a place, and the opposite one where it was; any other ring as it is. */
export function boxPulledTo(ring: Position[], [lng = 0, lat = 0]: Position): Position[] {
  if (!isRectangle(ring)) return ring
  const corners = openRing(ring)
  const distances = corners.map(([x = 0, y = 0]) => Math.hypot(x - lng, y - lat))
  const [x, y] = corners[distances.indexOf(Math.min(...distances))] ?? []
  return ring.map(([lngOf = 0, latOf = 0]) => [lngOf === x ? lng : lngOf, latOf === y ? lat : latOf])
}

/** How far a ring was moved as a whole; null if it was not, or changed its shape. */
export function shiftBetween(before: Position[], after: Position[]): Position | null {
  const shifts = before.map(([lng = 0, lat = 0], i) => {
    const [movedLng = NaN, movedLat = NaN] = after[i] ?? []
    return [movedLng - lng, movedLat - lat] as const
  })
  const [first] = shifts
  if (!first || before.length !== after.length || (first[0] === 0 && first[1] === 0)) return null
  // A drag keeps distances in the projection, so that degrees of latitude differ a little from corner to corner.
  const slack = 0.02 * Math.hypot(...first)
  return shifts.every(([lng, lat]) => Math.hypot(lng - first[0], lat - first[1]) <= slack) ? [...first] : null
}

export function shifted(ring: Position[], [dLng = 0, dLat = 0]: Position): Position[] {
  return ring.map(([lng = 0, lat = 0]) => rounded([lng + dLng, lat + dLat]))
}

/** The features that are rings of the area, without corners, midpoints and other handles. */
export function isRing(feature: GeoJSONStoreFeatures): boolean {
  return feature.geometry.type === 'Polygon'
}

export function cornersOf(feature: GeoJSONStoreFeatures | undefined): Position[] {
  return feature?.geometry.type === 'Polygon' ? (feature.geometry.coordinates[0] ?? []) : []
}

/** The area in as many digits as terra-draw keeps. */
export function roundedArea(area: Area): Area {
  return areaFrom(polygonsOf(area).map((rings) => rings.map((ring) => ring.map(rounded))))
}

/** A place in as many digits as are kept. */
export function rounded([lng = 0, lat = 0]: Position): Position {
  return [Math.round(lng * DIGITS) / DIGITS, Math.round(lat * DIGITS) / DIGITS]
}

/** Rounded, closed, and without corners that rounding has put on top of each other. */
export function tidy(ring: Position[]): Position[] {
  const corners = openRing(ring.map(rounded)).filter((corner, i, all) => {
    const before = all[i - 1]
    return !before || !samePlace(before, corner)
  })
  return corners[0] ? [...corners, corners[0]] : []
}

function wound(ring: Position[], isOutline: boolean): Position[] {
  return signedTwiceArea(ring) < 0 === isOutline ? ring.toReversed() : ring
}
