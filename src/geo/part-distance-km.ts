import type { Position } from 'geojson'
import { longitudeStep } from './antimeridian.ts'
import { ringContains } from './contains-point.ts'

const kmPerDegree = 111.195
const toRadians = Math.PI / 180

/**
 * How far apart two outlines are in km, 0 if they overlap. Measured in a local plane, good to about 1 % over a few hundred
 * km, which is what rules on distances between parts need.
 */
export function partDistanceKm(a: Position[], b: Position[]): number {
  const [lng0 = 0, lat0 = 0] = a[0] ?? []
  const lat1 = b[0]?.[1] ?? lat0
  const cosine = Math.cos(((lat0 + lat1) / 2) * toRadians)
  const plane = (ring: Position[]): Position[] =>
    ring.map(([lng = 0, lat = 0]) => [longitudeStep(lng0, lng) * kmPerDegree * cosine, (lat - lat0) * kmPerDegree])
  const [as, bs] = [plane(a), plane(b)]
  const [a0, b0] = [as[0], bs[0]]
  if (!a0 || !b0 || ringContains(bs, a0) || ringContains(as, b0)) return 0
  return Math.min(pointsToEdges(as, bs), pointsToEdges(bs, as))
}

/** The groups that parts fall into when parts no further apart than `km` count as neighbours; indices of `outlines`. */
export function groupsWithinKm(outlines: Position[][], km: number): number[][] {
  const left = new Set(outlines.keys())
  const groups: number[][] = []
  for (const seed of outlines.keys()) {
    if (!left.delete(seed)) continue
    const group = [seed]
    for (const member of group) {
      for (const other of left) {
        const [a, b] = [outlines[member] ?? [], outlines[other] ?? []]
        // Most neighbours are near enough by their first corners; only the rest is measured.
        if (partDistanceKm(a.slice(0, 1), b.slice(0, 1)) > km && partDistanceKm(a, b) > km) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function pointsToEdges(points: Position[], ring: Position[]): number {
  let least = Infinity
  for (const [px = 0, py = 0] of points) {
    for (let i = 0; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i] ?? []
      const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? []
      const lengthSquared = (x2 - x1) ** 2 + (y2 - y1) ** 2
      const along = lengthSquared === 0 ? 0 : ((px - x1) * (x2 - x1) + (py - y1) * (y2 - y1)) / lengthSquared
      const t = Math.min(1, Math.max(0, along))
      least = Math.min(least, Math.hypot(px - x1 - t * (x2 - x1), py - y1 - t * (y2 - y1)))
    }
  }
  return least
}
