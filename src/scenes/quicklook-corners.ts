import type { Position } from 'geojson'
import { forward, inverse, isKnownProjection } from '#src/geo/projection.ts'
import { bboxOf } from '#src/geo/bbox.ts'
import { polygonsOf } from '#src/geo/rings.ts'
import type { Scene } from './scene.ts'

/** Straight edges in lng/lat bow in UTM; so many points along each keep the bounds true to a few metres. */
const pointsPerEdge = 12

type Corners = readonly [Position, Position, Position, Position]

/**
 * Where the corners of a scene's quicklook lie, from the upper left clockwise, as [lng, lat]. The picture shows the grid that
 * bounds the footprint in the scene's own projection; without a known one, the box of longitudes and latitudes.
 */
export function quicklookCorners({ footprint, epsg }: Pick<Scene, 'footprint' | 'epsg'>): Corners | null {
  if (!footprint) return null
  if (epsg === undefined || epsg === 4326 || !isKnownProjection(epsg)) {
    const box = bboxOf(footprint)
    return box ? corners(box[0], box[1], box[2] < box[0] ? box[2] + 360 : box[2], box[3]) : null
  }
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [outer = []] of polygonsOf(footprint)) {
    for (const point of densified(outer)) {
      const [x, y] = forward(point, epsg)
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  }
  if (![west, south, east, north].every(Number.isFinite)) return null
  const [a, b, c, d] = corners(west, south, east, north)
  const back = [a, b, c, d].map((corner) => inverse(corner, epsg))
  // Over the antimeridian all corners go on the side of the first, or the picture would span the Earth.
  const [first = 0] = back[0] ?? []
  const [p, q, r, s] = back.map(([lng, lat]): Position => [first + shortWay(lng - first), lat])
  return p && q && r && s ? [p, q, r, s] : null
}

function corners(west: number, south: number, east: number, north: number): Corners {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]
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
