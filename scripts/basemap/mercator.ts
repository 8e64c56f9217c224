import type { Position } from 'geojson'

/** Latitude where Web Mercator ends: the world becomes a square. */
const MAX_LATITUDE = 85.0511287798066

/** A ring, a line or a list of points as x, y, x, y… in Web Mercator, both from 0 (west, north) to 1 (east, south). */
export type Path = number[]

/**
 * A ring whose longitudes run on past 180 degrees instead of jumping to the other side of the world. One that goes
 * around a pole (Antarctica) is closed by way of that pole.
 */
export function unwrapRing(ring: Position[]): Position[] {
  const unwrapped: Position[] = []
  let shift = 0
  let last: number | undefined
  for (const [lng = 0, lat = 0] of ring) {
    if (last !== undefined && Math.abs(lng + shift - last) > 180) shift += lng + shift > last ? -360 : 360
    last = lng + shift
    unwrapped.push([last, lat])
  }
  const [[start = 0, startLat = 0] = [], [end = 0] = []] = [unwrapped[0], unwrapped.at(-1)]
  if (Math.abs(end - start) < 1) return unwrapped
  const pole = startLat < 0 ? -90 : 90
  return [...unwrapped, [end, pole], [start, pole], [start, startLat]]
}

export function projectPath(positions: Position[]): Path {
  const path: Path = []
  for (const [lng = 0, lat = 0] of positions) path.push(lng / 360 + 0.5, mercatorY(lat))
  return path
}

function mercatorY(lat: number): number {
  // A little past the end of the world, so that a polygon reaching the pole still crosses the edge of its tile
  // (MapLibre closes the globe's poles from that edge).
  if (lat <= -MAX_LATITUDE) return 1.01
  if (lat >= MAX_LATITUDE) return -0.01
  const radians = (lat * Math.PI) / 180
  return 0.5 - Math.asinh(Math.tan(radians)) / (2 * Math.PI)
}

/** Signed area by the shoelace formula, in units of the world square; positive is clockwise on screen (y grows down). */
export function signedArea(ring: Path): number {
  let sum = 0
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += (ring[j] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[j + 1] ?? 0)
  }
  return sum / 2
}
