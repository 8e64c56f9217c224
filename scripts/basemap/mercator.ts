import type { Position } from 'geojson'

/** Latitude where Web Mercator ends: the world becomes a square. */
const MAX_LATITUDE = 85.0511287798066

/** A ring, a line or a list of points as x, y, x, y… in Web Mercator, both from 0 (west, north) to 1 (east, south). */
export type Path = number[]

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
