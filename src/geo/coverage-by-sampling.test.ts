import type { Position } from 'geojson'
import { expect, it } from 'vitest'
import { coveragePercent, unionCoveragePercent } from './coverage.ts'
import type { Area } from './rings.ts'

// The percentages against another way of getting them, which shares no code with ours: points spread evenly over the area
// on the ellipsoid, each looked for in the shapes along its meridian. Nothing is cut at the antimeridian, nothing clipped.
// With 57,600 points in a jittered grid over the area's box, of which at least a tenth fall into the area, only the cells
// along the outlines are uncertain: about 0.1 percentage points at one standard deviation. Four of them are allowed.
const pointsPerSide = 240
const tolerance = 0.4

const eSquared = 0.00669437999014
const degree = Math.PI / 180

/** mulberry32: the same cases each time. */
function randomStream(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The short way round; a whole turn is meant as written. */
function step(from: number, to: number): number {
  const plain = to - from
  if (Math.abs(plain) <= 180 || Math.abs(plain) === 360) return plain
  return plain - 360 * Math.round(plain / 360)
}

/** Corners as longitude, latitude and the way to the next longitude; which pole the ring goes round, 0: none. */
type Ring = {
  corners: readonly (readonly [lng: number, lat: number, ahead: number, nextLat: number])[]
  pole: -1 | 0 | 1
}

function ringOf(positions: readonly Position[]): Ring {
  const corners = positions.slice(1).map(([lng2 = 0, lat2 = 0], i) => {
    const [lng = 0, lat = 0] = positions[i]!
    return [lng, lat, step(lng, lat === lat2 && lng === lng2 ? lng : lng2), lat2] as const
  })
  const turn = corners.reduce((sum, [, , ahead]) => sum + ahead, 0)
  const meanLat = corners.reduce((sum, [, lat]) => sum + lat, 0) / corners.length
  return { corners, pole: Math.abs(turn) < 180 ? 0 : meanLat > 0 ? 1 : -1 }
}

const ringsOf = (area: Area): Ring[][] =>
  (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map((polygon) => polygon.map(ringOf))

/** How often the meridian from a point to the north pole crosses the ring decides; inside at the pole turns it round. */
function isIn({ corners, pole }: Ring, lng: number, lat: number): boolean {
  let inside = pole === 1
  for (const [from, lat1, ahead, lat2] of corners) {
    if (ahead === 0) continue
    const [west, east] = ahead > 0 ? [from, from + ahead] : [from + ahead, from]
    const at = lng + 360 * Math.ceil((west - lng) / 360)
    if (at < west || at >= east) continue
    if (lat1 + ((at - from) / ahead) * (lat2 - lat1) > lat) inside = !inside
  }
  return inside
}

const isInside = (polygons: Ring[][], lng: number, lat: number) =>
  polygons.some(([outer, ...holes]) => outer && isIn(outer, lng, lat) && !holes.some((hole) => isIn(hole, lng, lat)))

function sampledPercents(area: Area, footprints: readonly Area[], random: () => number) {
  const target = ringsOf(area)
  const covers = footprints.map(ringsOf)
  let [west, east, south, north] = [Infinity, -Infinity, 90, -90]
  for (const [outer] of target) {
    let lng = outer!.corners[0]![0]
    // Parts written on the other side of the antimeridian are brought to the first.
    if (Number.isFinite(west)) lng += 360 * Math.round((west - lng) / 360)
    for (const [, lat, ahead] of outer!.corners) {
      west = Math.min(west, lng)
      east = Math.max(east, lng)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
      lng += ahead
      west = Math.min(west, lng)
      east = Math.max(east, lng)
    }
    if (outer!.pole === 1) north = 90
    if (outer!.pole === -1) south = -90
  }
  const [low, high] = [Math.sin(south * degree), Math.sin(north * degree)]
  let all = 0
  let points = 0
  let any = 0
  let first = 0
  for (let row = 0; row < pointsPerSide; row++) {
    for (let column = 0; column < pointsPerSide; column++) {
      const s = low + ((row + random()) / pointsPerSide) * (high - low)
      const lng = west + ((column + random()) / pointsPerSide) * (east - west)
      const lat = Math.asin(s) / degree
      if (!isInside(target, lng, lat)) continue
      // Equal steps of sin(latitude) are equal areas of the sphere; this makes them areas of the ellipsoid.
      const weight = (1 - eSquared * s * s) ** -2
      points++
      all += weight
      const inFirst = isInside(covers[0]!, lng, lat)
      if (inFirst) first += weight
      if (inFirst || covers.slice(1).some((cover) => isInside(cover, lng, lat))) any += weight
    }
  }
  return { points, first: (100 * first) / all, union: (100 * any) / all }
}

const wrapped = (lng: number) => lng - 360 * Math.round(lng / 360)

/** A star around a place, never crossing itself: `reach` in degrees on the ground, corners by rising angle. */
function star([lng0, lat0]: Position, reach: number, corners: number, random: () => number): Position[] {
  const turn = random() * 360
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (turn + ((i + 0.2 + 0.6 * random()) * 360) / corners) * degree
    const far = reach * (0.55 + 0.45 * random())
    const lat = Math.max(-90, Math.min(90, lat0! + far * Math.sin(angle)))
    const wide = Math.min(far / Math.cos(lat0! * degree), 85)
    return [lng0! + wide * Math.cos(angle), lat]
  })
  return [...ring, ring[0]!]
}

/** A ring around the pole, written with longitudes from -180 to 180. */
function aroundPole(sign: 1 | -1, fromLat: number, random: () => number): Position[] {
  const corners = 6 + Math.floor(random() * 8)
  const start = random() * 360
  const direction = random() < 0.5 ? 1 : -1
  const ring = Array.from({ length: corners }, (_, i) => [
    wrapped(start + (direction * (i + 0.3 * random()) * 360) / corners),
    sign * (fromLat + random() * 6),
  ])
  return [...ring, ring[0]!]
}

type Case = { name: string; area: Area; footprints: Area[] }

const polygon = (...rings: Position[][]): Area => ({ type: 'Polygon', coordinates: rings })
const jumping = (ring: Position[]) => ring.map(([lng = 0, lat = 0]) => [wrapped(lng), lat])

function randomCase(i: number): Case {
  const random = randomStream(1000 + i)
  const between = (low: number, high: number) => low + random() * (high - low)
  const kind = (['middle', 'middle', 'dateline', 'dateline', 'near a pole', 'near a pole', 'middle with a hole', 'around a pole'] as const)[i % 8]! // prettier-ignore
  if (kind === 'around a pole') {
    const sign = random() < 0.5 ? 1 : -1
    const area = random() < 0.6 ? polygon(aroundPole(sign, 78, random)) : polygon(jumping(star([between(-180, 180), sign * between(80, 86)], 4, 6, random))) // prettier-ignore
    const round = polygon(aroundPole(sign, between(76, 83), random))
    const beside = polygon(jumping(star([between(-180, 180), sign * between(78, 86)], between(3, 8), 5, random)))
    return { name: kind, area, footprints: random() < 0.5 ? [round, beside] : [beside, round] }
  }
  const lat0 = kind === 'near a pole' ? (random() < 0.5 ? 1 : -1) * between(76, 89) : between(-65, 65)
  const lng0 =
    kind === 'dateline' ? 180 + between(-1.5, 1.5) : kind === 'near a pole' ? between(-180, 180) : between(-170, 170)
  const reach = between(0.1, 4)
  const outer = star([lng0, lat0], reach, 4 + Math.floor(random() * 8), random)
  const hole = star([lng0, lat0], reach * 0.2, 5, random)
  const footprints = Array.from({ length: 3 }, () => {
    const wide = Math.cos(lat0 * degree)
    const place = [lng0 + (between(-1, 1) * reach * 0.8) / Math.max(wide, 0.1), lat0 + between(-1, 1) * reach * 0.8]
    const [lng, lat] = [place[0]!, Math.max(-89.5, Math.min(89.5, place[1]!))]
    const ring = star([lng, lat], reach * between(0.4, 1.2), 4, random)
    // Both ways of writing what crosses: jumps from 179 to -179, and longitudes that run on past 180.
    return polygon(random() < 0.7 ? jumping(ring) : ring)
  })
  const written = random() < 0.7 ? jumping : (ring: Position[]) => ring
  const rings = kind === 'middle with a hole' ? [outer, hole] : [outer]
  return { name: kind, area: polygon(...rings.map(written)), footprints }
}

it('agrees with points counted on the ellipsoid in 200 random cases, over the antimeridian and at the poles too', () => {
  const off: string[] = []
  const spread = { covered: 0, none: 0, all: 0 }
  for (let i = 0; i < 200; i++) {
    const { name, area, footprints } = randomCase(i)
    const sampled = sampledPercents(area, footprints, randomStream(i))
    expect(sampled.points, `case ${i}, ${name}`).toBeGreaterThan(pointsPerSide ** 2 / 10)
    const ours = { first: coveragePercent(area, footprints[0]!), union: unionCoveragePercent(area, footprints) }
    for (const which of ['first', 'union'] as const) {
      spread[ours[which] < 0.01 ? 'none' : ours[which] > 99.99 ? 'all' : 'covered']++
      if (!(Math.abs(ours[which] - sampled[which]) <= tolerance))
        off.push(`case ${i}, ${name}, ${which}: ${ours[which].toFixed(2)} %, counted ${sampled[which].toFixed(2)} %`)
    }
  }
  expect(off).toEqual([])
  // The cases are worth something only if most of them are neither empty nor full.
  expect(spread.covered).toBeGreaterThan(300)
})
