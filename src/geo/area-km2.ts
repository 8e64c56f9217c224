import type { Position } from 'geojson'
import { longitudeStep } from './antimeridian.ts'
import { polygonsOf } from './rings.ts'
import type { Area } from './rings.ts'

const semiMajorAxisKm = 6378.137
const flattening = 1 / 298.257223563
const e = Math.sqrt(flattening * (2 - flattening))
const semiMinorAxisKm = semiMajorAxisKm * (1 - flattening)

// Gauss-Legendre, five points on [0, 1].
const nodes: [at: number, weight: number][] = [
  [0.04691007703066802, 0.11846344252809454],
  [0.23076534494715845, 0.23931433524968324],
  [0.5, 0.28444444444444444],
  [0.7692346550528415, 0.23931433524968324],
  [0.953089922969332, 0.11846344252809454],
]

/**
 * Area on the WGS84 ellipsoid in km2, holes taken off; whichever way round the rings run. Edges are straight in longitude
 * and latitude, as GeoJSON means them (RFC 7946, 3.1.1), not geodesics.
 */
export function areaKm2(area: Area): number {
  let sum = 0
  for (const [outer, ...holes] of polygonsOf(area)) {
    if (outer) sum += Math.abs(ringAreaKm2(outer))
    for (const hole of holes) sum -= Math.abs(ringAreaKm2(hole))
  }
  return Math.max(0, sum)
}

/**
 * By Green's theorem: the integral of (area between equator and edge) over longitude, exact to about 1e-12 per edge. For a
 * ring around a pole that is all between it and the equator, and what is meant is the rest of the hemisphere.
 */
function ringAreaKm2(ring: Position[]): number {
  const { sum, turn } = integrated(ring, longitudeStep)
  return Math.abs(turn) > Math.PI ? 2 * Math.PI * areaFromEquator(Math.PI / 2) - Math.abs(sum) : sum
}

/** The same of a ring with or without its repeated corner, its longitudes taken as written; negative when it runs counterclockwise. */
export function planeRingAreaKm2(ring: readonly Position[]): number {
  return integrated(ring, (from, to) => to - from).sum
}

function integrated(ring: readonly Position[], step: (from: number, to: number) => number) {
  let sum = 0
  let turn = 0
  for (let i = 0; i < ring.length; i++) {
    const [lng1 = 0, lat1 = 0] = ring[i] ?? []
    const [lng2 = 0, lat2 = 0] = ring[(i + 1) % ring.length] ?? []
    const dLng = step(lng1, lng2) * (Math.PI / 180)
    if (dLng === 0) continue
    turn += dLng
    const pieces = Math.max(1, Math.ceil(Math.abs(lat2 - lat1) / 2))
    for (let piece = 0; piece < pieces; piece++) {
      for (const [at, weight] of nodes) {
        const lat = lat1 + ((lat2 - lat1) * (piece + at)) / pieces
        sum += (weight / pieces) * dLng * areaFromEquator(lat * (Math.PI / 180))
      }
    }
  }
  return { sum, turn }
}

/** Area of the ellipsoid between the equator and a latitude, per radian of longitude (Snyder 1987, eq. 3-12). */
function areaFromEquator(latitude: number): number {
  const s = Math.sin(latitude)
  return (semiMinorAxisKm ** 2 / 2) * (s / (1 - (e * s) ** 2) + Math.atanh(e * s) / e)
}
