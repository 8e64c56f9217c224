import type { Polygon, Position } from 'geojson'
import { fromUtm, toUtm, utmEpsg } from '#src/geo/utm.ts'
import type { Sensor } from './sensors/sensor.ts'

const toRadians = Math.PI / 180
const round = (value: number) => Math.round(value * 1e6) / 1e6

/** A closed ring, anticlockwise, from corners in UTM metres; undefined when it would cross the antimeridian. */
function polygonOf(corners: readonly [number, number][], epsg: number): Polygon | undefined {
  const ring: Position[] = corners.map((corner) => fromUtm(corner, epsg).map(round))
  ring.push(ring[0]!)
  const lngs = ring.map(([lng = 0]) => lng)
  return Math.max(...lngs) - Math.min(...lngs) > 180 ? undefined : { type: 'Polygon', coordinates: [ring] }
}

/**
 * Lean of a descending ground track to the west of south, radians: the orbit's own, asin(cos i / cos lat), plus that of
 * the ground turning below it.
 */
export function trackLean(inclinationDeg: number, lat: number): number {
  const cosLat = Math.cos(lat * toRadians)
  const orbital = Math.asin(Math.min(0.95, -Math.cos(inclinationDeg * toRadians) / cosLat))
  return orbital + 0.068 * cosLat
}

/** The area a push-broom scanner sees: a parallelogram along the track, sheared by the turning Earth, widened by looking sideways. */
export function stripFootprint(
  sensor: Sensor,
  centre: readonly [lng: number, lat: number],
  lengthKm: number,
  offNadirDeg: number,
): { footprint: Polygon; epsg: number } | undefined {
  const epsg = utmEpsg([...centre])
  const [x, y] = toUtm([...centre], epsg)
  const lean = trackLean(sensor.inclinationDeg, centre[1])
  const halfWidth = (500 * sensor.swathKm) / Math.cos(offNadirDeg * toRadians) ** 2
  const halfLength = 500 * lengthKm
  // Rows are scanned square to the orbit, while the ground moves east under it.
  const across = lean - 0.068 * Math.cos(centre[1] * toRadians)
  const along = [Math.sin(lean) * halfLength, Math.cos(lean) * halfLength] as const
  const cross = [Math.cos(across) * halfWidth, -Math.sin(across) * halfWidth] as const
  const corner = (a: number, c: number): [number, number] => [
    x + a * along[0] + c * cross[0],
    y + a * along[1] + c * cross[1],
  ]
  const footprint = polygonOf([corner(-1, -1), corner(-1, 1), corner(1, 1), corner(1, -1)], epsg)
  return footprint && { footprint, epsg }
}

const tileSideM = 109_800

/** A Sentinel-2 tile: a UTM square of 109.8 km. `cut` in -1..1 leaves a strip of it where the swath ends; 0 is the whole tile. */
export function tileFootprint(
  tile: { epsg: number; west: number; north: number },
  cut: number,
  lean: number,
): { footprint: Polygon; epsg: number } | undefined {
  const { epsg } = tile
  const west = Math.floor(tile.west / 60) * 60
  const north = Math.ceil(tile.north / 60) * 60
  const east = west + tileSideM
  const south = north - tileSideM
  if (cut === 0) {
    const whole = polygonOf([[west, south], [east, south], [east, north], [west, north]], epsg) // prettier-ignore
    return whole && { footprint: whole, epsg }
  }
  const shift = Math.tan(lean) * tileSideM * 0.5
  const middle = west + tileSideM * (0.5 + 0.3 * cut)
  const [upper, lower] = [middle + shift, middle - shift].map((x) =>
    Math.min(east - 1000, Math.max(west + 1000, x)),
  ) as [number, number]
  const part = polygonOf(
    cut > 0
      ? [[west, south], [lower, south], [upper, north], [west, north]]
      : [[lower, south], [east, south], [east, north], [upper, north]],
    epsg,
  ) // prettier-ignore
  return part && { footprint: part, epsg }
}

/**
 * The Landsat frame (WRS-2) over a point and its middle. Path 1 crosses the equator at 64.60 W; 233 paths, 248 rows, row
 * 60 on the descending equator (Landsat 8 Data Users Handbook, USGS).
 */
export function landsatFrame(lng: number, lat: number): { path: number; row: number; centre: [number, number] } {
  const inclination = 98.2 * toRadians
  const place = (row: number) => {
    const u = ((60 - row) * 2 * Math.PI) / 248
    const frameLat = Math.asin(Math.sin(inclination) * Math.sin(u)) / toRadians
    // Going north along the descending track: east by the orbit's lean and by the time the Earth has turned.
    const east =
      -Math.atan2(Math.cos(inclination) * Math.sin(u), Math.cos(u)) / toRadians + (u / toRadians) * (98.9 / 1436.07)
    return { frameLat, east }
  }
  const u = Math.asin(Math.min(0.999, Math.max(-0.999, Math.sin(lat * toRadians) / Math.sin(inclination))))
  const row = 60 - Math.round((u * 248) / (2 * Math.PI))
  const { frameLat, east } = place(row)
  const spacing = 360 / 233
  const path0 = Math.round((-64.6 - (lng - east)) / spacing)
  const path = (((path0 % 233) + 233) % 233) + 1
  const frameLng = -64.6 - path0 * spacing + east
  return { path, row, centre: [((((frameLng + 180) % 360) + 360) % 360) - 180, frameLat] }
}
