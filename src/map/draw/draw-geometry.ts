import type { Position } from 'geojson'
import type { GeoJSONStoreFeatures } from 'terra-draw'
import { areaFrom, openRing, polygonsOf, samePlace, signedTwiceArea, type Area } from '#src/geo/rings.ts'

/** A ten-millionth of a degree is about a centimetre; terra-draw refuses more than nine digits. */
const DIGITS = 1e7

/** A part of an area as terra-draw holds it: the outer ring. It knows no holes, so those are kept aside. */
export interface DrawnPart {
  mode: 'polygon' | 'rectangle'
  ring: Position[]
  holes: Position[][]
}

export function partsOf(area: Area | null): DrawnPart[] {
  if (!area) return []
  return polygonsOf(area).flatMap(([outer, ...holes]) => {
    const ring = tidy(outer ?? [])
    return ring.length >= 4 ? [{ mode: isRectangle(ring) ? 'rectangle' : 'polygon', ring, holes }] : []
  })
}

/** The area made of some outer rings and their holes; null of none. Outer rings run counterclockwise (RFC 7946, 3.1.6). */
export function areaOf(parts: { ring: Position[]; holes: Position[][] }[]): Area | null {
  if (parts.length === 0) return null
  return areaFrom(parts.map(({ ring, holes }) => [counterclockwise(tidy(ring)), ...holes]))
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

/** Holes moved along with their outer ring, if that was moved as a whole. */
export function moveHoles(holes: Position[][], before: Position[], after: Position[]): Position[][] {
  const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = [before[0], after[0]]
  return holes.map((hole) => hole.map(([lng = 0, lat = 0]) => rounded([lng + x1 - x0, lat + y1 - y0])))
}

/** The features that are parts of the area, without corners, midpoints and other handles. */
export function isPart(feature: GeoJSONStoreFeatures): boolean {
  return feature.geometry.type === 'Polygon'
}

export function outerRing(feature: GeoJSONStoreFeatures | undefined): Position[] {
  return feature?.geometry.type === 'Polygon' ? (feature.geometry.coordinates[0] ?? []) : []
}

function rounded([lng = 0, lat = 0]: Position): Position {
  return [Math.round(lng * DIGITS) / DIGITS, Math.round(lat * DIGITS) / DIGITS]
}

/** Rounded, closed, and without corners that rounding has put on top of each other. */
function tidy(ring: Position[]): Position[] {
  const corners = openRing(ring.map(rounded)).filter((corner, i, all) => {
    const before = all[i - 1]
    return !before || !samePlace(before, corner)
  })
  return corners[0] ? [...corners, corners[0]] : []
}

function counterclockwise(ring: Position[]): Position[] {
  return signedTwiceArea(ring) < 0 ? ring.toReversed() : ring
}
