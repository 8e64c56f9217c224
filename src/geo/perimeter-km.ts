import { longitudeStep } from './antimeridian.ts'
import { polygonsOf } from './rings.ts'
import type { Area } from './rings.ts'

const semiMajorAxisKm = 6378.137
const eccentricitySquared = 0.0066943799901413165
const toRadians = Math.PI / 180

/** The length of all rings on the WGS84 ellipsoid in km, holes included. Edges are straight in longitude and latitude. */
export function perimeterKm(area: Area): number {
  let sum = 0
  for (const ring of polygonsOf(area).flat()) {
    for (let i = 0; i < ring.length; i++) {
      const [lng1 = 0, lat1 = 0] = ring[i] ?? []
      const [lng2 = 0, lat2 = 0] = ring[(i + 1) % ring.length] ?? []
      sum += edgeKm(lat1, lat2, longitudeStep(lng1, lng2))
    }
  }
  return sum
}

/** In steps short enough that the radii of curvature at their middle hold for all of them. */
function edgeKm(lat1: number, lat2: number, dLng: number): number {
  const steps = Math.max(1, Math.ceil(Math.abs(lat2 - lat1) * 4))
  const dLat = (lat2 - lat1) / steps
  let sum = 0
  for (let step = 0; step < steps; step++) {
    const latitude = (lat1 + dLat * (step + 0.5)) * toRadians
    const w = 1 - eccentricitySquared * Math.sin(latitude) ** 2
    const north = ((semiMajorAxisKm * (1 - eccentricitySquared)) / w ** 1.5) * dLat * toRadians
    const east = (semiMajorAxisKm / Math.sqrt(w)) * Math.cos(latitude) * (dLng / steps) * toRadians
    sum += Math.hypot(north, east)
  }
  return sum
}
