import type { Position } from 'geojson'
import { forward, inverse, isKnownProjection } from '#src/geo/projection.ts'
import { bboxOf } from '#src/geo/bbox.ts'
import { polygonsOf } from '#src/geo/rings.ts'
import type { Scene } from './scene.ts'

/** Straight edges in lng/lat bow in UTM; so many points along each keep the bounds true to a few metres. */
const pointsPerEdge = 12

type Corners = readonly [Position, Position, Position, Position]

export type QuicklookPlace = {
  /** From the upper left clockwise, as [lng, lat]. */
  corners: Corners
  /** The footprint in shares of the picture, from its upper left: what lies outside of it holds nothing. */
  outline: Position[][]
}

/**
 * Where a scene's quicklook lies. The picture shows the grid that bounds the footprint in the scene's own projection;
 * without a known one, the box of longitudes and latitudes.
 */
export function quicklookPlace({ footprint, epsg }: Pick<Scene, 'footprint' | 'epsg'>): QuicklookPlace | null {
  if (!footprint) return null
  const rings = polygonsOf(footprint).flat()
  if (epsg === undefined || epsg === 4326 || !isKnownProjection(epsg)) {
    const box = bboxOf(footprint)
    if (!box) return null
    const [west, south, end, north] = box
    const east = end < west ? end + 360 : end
    // East of the antimeridian longitudes start over.
    const eastward = rings.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng < west ? lng + 360 : lng, lat]))
    return { corners: corners(west, south, east, north), outline: shares(eastward, west, south, east, north) }
  }
  const projected = rings.map((ring) => densified(ring).map((point) => forward(point, epsg)))
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of projected.flat()) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  if (![west, south, east, north].every(Number.isFinite)) return null
  const [a, b, c, d] = corners(west, south, east, north)
  const back = [a, b, c, d].map((corner) => inverse(corner, epsg))
  // Over the antimeridian all corners go on the side of the first, or the picture would span the Earth.
  const [first = 0] = back[0] ?? []
  const [p, q, r, s] = back.map(([lng, lat]): Position => [first + shortWay(lng - first), lat])
  return p && q && r && s ? { corners: [p, q, r, s], outline: shares(projected, west, south, east, north) } : null
}

function corners(west: number, south: number, east: number, north: number): Corners {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]
}

function shares(rings: Position[][], west: number, south: number, east: number, north: number): Position[][] {
  return rings.map((ring) => ring.map(([x = 0, y = 0]) => [(x - west) / (east - west), (north - y) / (north - south)]))
}

function densified(ring: Position[]): Position[] {
  return ring.slice(1).flatMap(([x2 = 0, y2 = 0], i) => {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    return Array.from({ length: pointsPerEdge }, (_, p) => {
      const along = p / pointsPerEdge
      return [x1 + (x2 - x1) * along, y1 + (y2 - y1) * along]
    })
  })
}

function shortWay(degrees: number): number {
  return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
}
