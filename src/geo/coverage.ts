import { polygon, tesselate } from '@turf/turf'
import type { Position } from 'geojson'
import { splitAtAntimeridian } from './antimeridian.ts'
import { planeRingAreaKm2 } from './area-km2.ts'
import { bboxesOverlap, bboxOf } from './bbox.ts'
import { containsPoint } from './contains-point.ts'
import { cutByConvex, isConvex, type Curves } from './convex-cut.ts'
import { openRing, polygonsOf, signedTwiceArea, type Area } from './rings.ts'
import { samplePoints } from './sample-points.ts'

/** How much of an area one footprint covers, in percent from 0 to 100. Never throws, whatever the shapes. */
export function coveragePercent(area: Area, footprint: Area): number {
  return unionCoveragePercent(area, [footprint])
}

/**
 * How much of an area several footprints cover together, in percent, overlaps counted once. Footprint by footprint, what it
 * covers is cut out and counted. Footprints are convex, or triangles of what is not, and a cut along a straight line costs
 * no more than a look at each corner: a thousand scenes over a district of 5,000 corners take two seconds, general clipping
 * four minutes.
 */
export function unionCoveragePercent(area: Area, footprints: readonly Area[]): number {
  const target = targetOf(area)
  if (!target.box || !(target.km2 > 0)) return 0
  const box = target.box
  const covers = footprints.map(coverOf).filter((cover) => cover.box !== undefined && bboxesOverlap(box, cover.box))
  const parts: Piece[] = []
  for (const { convex } of covers) {
    // Of a footprint that crosses itself nobody knows the inside: points are counted, good to a percent or two.
    if (!convex) return sampledPercent(target.split, covers)
    parts.push(...convex)
  }
  let left = target.pieces
  let coveredKm2 = 0
  for (const part of parts) {
    left = left.flatMap((piece) => {
      const { inside, around } = cut(piece, part)
      coveredKm2 += areaOf(inside)
      return around
    })
  }
  return Math.min(100, Math.max(0, (100 * coveredKm2) / target.km2))
}

/** What has to be known of a shape for each question, found out once. */
function once<Known>(find: (shape: Area) => Known): (shape: Area) => Known {
  const known = new WeakMap<Area, Known>()
  return (shape) => {
    const found = known.get(shape) ?? find(shape)
    known.set(shape, found)
    return found
  }
}

const targetOf = once((area) => {
  const split = splitAtAntimeridian(area)
  const pieces = polygonsOf(split).map((rings) => pieceOf(rings.map(counterclockwise)))
  return { box: bboxOf(area), split, pieces, km2: areaOf(pieces.flatMap(({ curves }) => curves)) }
})

const coverOf = once((footprint) => {
  const split = splitAtAntimeridian(footprint)
  return { box: bboxOf(footprint), split, convex: convexParts(split) }
})

type Piece = { curves: Curves; west: number; south: number; east: number; north: number }

function pieceOf(curves: Curves): Piece {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng = 0, lat = 0] of curves.flat()) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return { curves, west, south, east, north }
}

const areaOf = (curves: Curves) => curves.reduce((sum, curve) => sum - planeRingAreaKm2(curve), 0)

/** What of a piece lies in a convex part, and what is left of it. */
function cut(piece: Piece, { curves: [convex], ...part }: Piece): { inside: Curves; around: Piece[] } {
  const isApart =
    piece.west > part.east || part.west > piece.east || piece.south > part.north || part.south > piece.north
  if (!convex || isApart) return { inside: [], around: [piece] }
  const { inside, around } = cutByConvex(piece.curves, convex)
  return { inside, around: inside.length === 0 ? [piece] : around.map(pieceOf) }
}

/** Outer rings counterclockwise, holes clockwise, without the repeated corner. */
function counterclockwise(ring: Position[], i: number): Position[] {
  const open = openRing(ring)
  return signedTwiceArea(open) > 0 === (i === 0) ? open : open.toReversed()
}

/** Convex pieces that make up a shape, each counterclockwise; null when it crosses itself. */
function convexParts(area: Area): Piece[] | null {
  const parts = polygonsOf(area).map(convexPartsOf)
  return parts.includes(null) ? null : parts.flatMap((some) => some ?? []).map((ring) => pieceOf([ring]))
}

function convexPartsOf(rings: Position[][]): Position[][] | null {
  const [outer, ...holes] = rings.map(counterclockwise)
  if (!outer || outer.length < 3) return []
  if (holes.length === 0 && isConvex(outer)) return [outer]
  const triangles = tesselate(polygon(rings)).features.flatMap(({ geometry }) => geometry.coordinates.slice(0, 1))
  const open = triangles.map((ring) => counterclockwise(ring, 0))
  const plane = (some: readonly Position[][]) => some.reduce((sum, ring) => sum + signedTwiceArea(ring), 0)
  const meant = plane([outer, ...holes])
  return Math.abs(plane(open) - meant) <= 1e-9 * Math.abs(meant) ? open : null
}

function sampledPercent(target: Area, covers: readonly { split: Area }[]): number {
  const points = samplePoints(target, 4000)
  if (points.length === 0) return 0
  const covered = points.filter((point) => covers.some(({ split }) => containsPoint(split, point))).length
  return (100 * covered) / points.length
}
