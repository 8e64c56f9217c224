import type { Position } from 'geojson'
import { bboxCenter, bboxOf } from './bbox.ts'
import { cornerWeights } from './corner-weights.ts'
import { ringCrossings } from './ring-crossings.ts'
import { openRing, polygonsOf, signedTwiceArea, type Area } from './rings.ts'

export type Simplifier = {
  /** Corners of the area as given. */
  corners: number
  /** The area with at most so many corners (at least 4). The same object as long as nothing has to go. */
  withAtMost: (corners: number) => Area
}

type Ring = { polygon: number; isOuter: boolean; points: Position[]; weights: Float64Array }

/**
 * Makes outlines coarser: corners go in the order of the area that each adds (Visvalingam and Whyatt 1993), small islands and
 * holes as a whole when their turn has come, and corners come back where sides would cross. The order is worked out once, so
 * that any number of corners can be asked for at the speed of the hand. The area must not cross the antimeridian.
 */
export function simplifier(area: Area): Simplifier {
  const [, latitude] = bboxCenter(bboxOf(area) ?? [0, 0, 0, 0])
  const widthOfDegree = Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  const rings = polygonsOf(area).flatMap((polygon, number) =>
    polygon.map((ring, i): Ring => {
      const points = openRing(ring)
      const weights = cornerWeights(points.map(([lng = 0, lat = 0]) => [lng * widthOfDegree, lat]))
      return { polygon: number, isOuter: i === 0, points, weights }
    }),
  )
  keepLargest(rings)
  const sorted = Float64Array.from(rings.flatMap(({ weights }) => [...weights])).toSorted()
  const corners = sorted.length

  const withAtMost = (most: number): Area => {
    if (corners <= most) return area
    // Corners that come back against crossings take the place of others: fewer until it fits.
    for (let wanted = Math.max(4, most), tries = 0; ; tries++) {
      const kept = keepAbove(rings, sorted[corners - wanted - 1] ?? 0)
      uncross(rings, kept)
      const count = kept.reduce((sum, { length }) => sum + length, 0)
      if (count <= most || wanted <= 4 || tries === 8) return areaOf(area.type, rings, kept)
      wanted = Math.max(4, wanted - (count - most))
    }
  }
  return { corners, withAtMost }
}

/** Whatever goes, the three corners of the largest outline that are last stay. */
function keepLargest(rings: readonly Ring[]): void {
  let [largest, size]: [Ring | undefined, number] = [undefined, -1]
  for (const ring of rings) {
    const area = Math.abs(signedTwiceArea(ring.points))
    if (ring.isOuter && area > size) [largest, size] = [ring, area]
  }
  if (!largest) return
  const last = [...largest.weights.keys()].toSorted((a, b) => largest.weights[b]! - largest.weights[a]!).slice(0, 3)
  for (const i of last) largest.weights[i] = Infinity
}

/** The indices of the corners that weigh more than `least`, ring by ring; holes go with their outline. */
function keepAbove(rings: readonly Ring[], least: number): number[][] {
  const kept = rings.map(({ weights }) => [...weights.keys()].filter((i) => weights[i]! > least))
  const gone = new Set(rings.flatMap(({ polygon, isOuter }, i) => (isOuter && kept[i]!.length < 3 ? [polygon] : [])))
  return kept.map((indices, i) => (indices.length < 3 || gone.has(rings[i]!.polygon) ? [] : indices))
}

/** Puts back the weightiest corners between the ends of sides that cross, until none do or none is left to put back. */
function uncross(rings: readonly Ring[], kept: number[][]): void {
  for (let round = 0; round < 60; round++) {
    const closed = kept.map((indices, i) => {
      const points = indices.map((index) => rings[i]!.points[index]!)
      return points[0] ? [...points, points[0]] : []
    })
    const back = new Map<number, Set<number>>()
    for (const { rings: pair, segments } of ringCrossings(closed, 200)) {
      for (const [which, ring] of pair.entries()) {
        const index = weightiestBetween(rings[ring]!, kept[ring]!, segments[which]!)
        if (index !== undefined) back.set(ring, (back.get(ring) ?? new Set()).add(index))
      }
    }
    if (back.size === 0) return
    for (const [ring, indices] of back) kept[ring] = [...kept[ring]!, ...indices].toSorted((a, b) => a - b)
  }
}

function weightiestBetween({ points, weights }: Ring, kept: readonly number[], segment: number): number | undefined {
  const [from = 0, to = 0] = [kept[segment], kept[(segment + 1) % kept.length]]
  let best: number | undefined
  for (let i = (from + 1) % points.length; i !== to; i = (i + 1) % points.length) {
    if (best === undefined || weights[i]! > weights[best]!) best = i
  }
  return best
}

function areaOf(type: Area['type'], rings: readonly Ring[], kept: readonly number[][]): Area {
  const polygons = new Map<number, Position[][]>()
  for (const [i, { polygon, points }] of rings.entries()) {
    const indices = kept[i]!
    if (indices.length < 3) continue
    const ring = indices.map((index) => points[index]!)
    polygons.set(polygon, [...(polygons.get(polygon) ?? []), [...ring, ring[0]!]])
  }
  const parts = [...polygons.values()]
  return type === 'Polygon' ? { type, coordinates: parts[0]! } : { type, coordinates: parts }
}
