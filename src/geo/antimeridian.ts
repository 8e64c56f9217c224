import { bboxClip, featureCollection, intersect, polygon } from '@turf/turf'
import type { Position } from 'geojson'
import { areaFrom, polygonsOf } from './rings.ts'
import type { Area } from './rings.ts'

/** Any longitude brought into [-180, 180]; 180 stays 180. */
export function wrapLongitude(lng: number): number {
  if (lng >= -180 && lng <= 180) return lng
  return ((((lng + 180) % 360) + 360) % 360) - 180
}

/**
 * The longitude step from one point of a line to the next, in degrees, the short way round: from 179 to -179 is +2.
 * A step of exactly 360, as on a box around the whole Earth, is meant as written.
 */
export function longitudeStep(from: number, to: number): number {
  const step = to - from
  if (Math.abs(step) <= 180 || Math.abs(step) === 360) return step
  return ((((step + 180) % 360) + 360) % 360) - 180
}

/** Whether a line or ring crosses the antimeridian: jumps over it (179 to -179) or runs past it (179 to 181). */
export function crossesAntimeridian(line: Position[]): boolean {
  const [west, east] = span(unroll(line))
  return windowOf(west) !== windowOf(east)
}

/** The least and the greatest longitude. In a loop: a call can not take the corners of a coastline as arguments. */
function span(line: Position[]): [west: number, east: number] {
  let [west, east] = [Infinity, -Infinity]
  for (const [lng = 0] of line) {
    if (lng < west) west = lng
    if (lng > east) east = lng
  }
  return [west, east]
}

/** The line with jumps over the antimeridian taken out, so that its longitudes run on past 180 or -180. */
export function unroll(line: Position[]): Position[] {
  let lng = line[0]?.[0] ?? 0
  return line.map(([at = 0, ...rest], i) => {
    lng = i === 0 ? at : lng + longitudeStep(line[i - 1]?.[0] ?? at, at)
    return [lng, ...rest]
  })
}

/**
 * The latitude of the pole that a ring goes round, or null. Such a ring comes back to its first corner a whole turn
 * further on, and means the cap around the nearer pole. `ring` is closed; a box from -180 to 180 goes back the way it came.
 */
export function poleWithin(ring: Position[]): 90 | -90 | null {
  const turned = unroll(ring)
  const turn = (turned.at(-1)?.[0] ?? 0) - (turned[0]?.[0] ?? 0)
  if (Math.abs(turn) < 180) return null
  return ring.reduce((sum, [, lat = 0]) => sum + lat, 0) > 0 ? 90 : -90
}

/**
 * The same area cut along the antimeridian, all longitudes in [-180, 180], as RFC 7946, 3.1.9 asks. An area that does not
 * cross comes back with its longitudes wrapped and otherwise as it was. What goes round a pole is cut into quarters that
 * reach up to it: in the plane of longitude and latitude a pole is an edge.
 */
export function splitAtAntimeridian(area: Area): Area {
  return areaFrom(polygonsOf(area).flatMap(splitPolygon))
}

function splitPolygon(rings: Position[][]): Position[][][] {
  const isAroundPole = rings[0] !== undefined && poleWithin(rings[0]) !== null
  const [outer = [], ...holes] = rings.map((ring) => closed(overPole(unroll(ring), poleWithin(ring))))
  const [west, east] = span(outer)
  if (!Number.isFinite(west)) return [rings]
  const [first, last] = [windowOf(west), windowOf(east)]
  // A hole may have been written on the other side of the line than the outer ring it belongs to.
  const moved = holes.map((hole) => {
    return shift(hole, Math.ceil((west - span(hole)[0]) / 360 - 1e-9) * 360)
  })
  const whole = [outer, ...moved]
  if (first === last && !isAroundPole) return [whole.map((ring) => shift(ring, -360 * first))]
  const parts: Position[][][] = []
  const width = isAroundPole ? 90 : 360
  for (let edge = first * 360 - 180; edge < last * 360 + 180; edge += width) {
    const window = Math.floor((edge + 180) / 360)
    const piece = clip(whole, edge, edge + width)
    for (const polygonRings of piece) parts.push(polygonRings.map((ring) => shift(ring, -360 * window)))
  }
  return parts
}

/** Led over the pole back to where it began, a ring around the pole is a plane polygon like any other. */
function overPole(line: Position[], pole: number | null): Position[] {
  const [from, to] = [line[0]?.[0] ?? 0, line.at(-1)?.[0] ?? 0]
  return pole === null ? line : [...line, [to, pole], [from, pole]]
}

/** Unrolling adds steps, so the last corner can miss the first by a rounding error: it is the first. */
function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last) return ring
  const meets = Math.hypot((first[0] ?? 0) - (last[0] ?? 0), (first[1] ?? 0) - (last[1] ?? 0)) < 1e-9
  return [...(meets ? ring.slice(0, -1) : ring), first]
}

function clip(rings: Position[][], west: number, east: number): Position[][][] {
  const box = polygon([
    [
      [west, -90],
      [east, -90],
      [east, 90],
      [west, 90],
      [west, -90],
    ],
  ])
  try {
    const piece = intersect(featureCollection([polygon(rings), box]))
    return piece ? polygonsOf(piece.geometry) : []
  } catch {
    // The exact clipper gives up on some self-crossing rings; this one cuts anything.
    return polygonsOf(bboxClip(polygon(rings), [west, -90, east, 90]).geometry as Area)
  }
}

/** Which turn around the Earth a longitude lies in: 0 for [-180, 180]. */
function windowOf(lng: number): number {
  return lng >= -180 && lng <= 180 ? 0 : lng < -180 ? Math.floor((lng + 180) / 360) : Math.ceil((lng - 180) / 360)
}

function shift(ring: Position[], degrees: number): Position[] {
  return degrees === 0 ? ring : ring.map(([lng = 0, ...rest]) => [lng + degrees, ...rest])
}
