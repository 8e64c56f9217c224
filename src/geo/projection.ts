import type { Position } from 'geojson'
import { fromUtm, isUtmEpsg, toUtm } from './utm.ts'

const earthRadiusM = 6378137
const toRadians = Math.PI / 180

/** Whether `forward` and `inverse` know this code: geographic (4326), web Mercator (3857), UTM on WGS84. */
export function isKnownProjection(epsg: number): boolean {
  return epsg === 4326 || epsg === 3857 || isUtmEpsg(epsg)
}

/** [lng, lat] in degrees to the projection's own units (degrees for 4326, metres for the others). Throws for other codes. */
export function forward([lng = NaN, lat = NaN]: Position, epsg: number): [number, number] {
  if (epsg === 4326) return [lng, lat]
  if (epsg === 3857) {
    return [earthRadiusM * lng * toRadians, earthRadiusM * Math.asinh(Math.tan(lat * toRadians))]
  }
  assertKnown(epsg)
  return toUtm([lng, lat], epsg)
}

/** The projection's own units back to [lng, lat] in degrees. Throws for codes that `isKnownProjection` refuses. */
export function inverse([x = NaN, y = NaN]: Position, epsg: number): [number, number] {
  if (epsg === 4326) return [x, y]
  if (epsg === 3857) {
    return [x / earthRadiusM / toRadians, Math.atan(Math.sinh(y / earthRadiusM)) / toRadians]
  }
  assertKnown(epsg)
  return fromUtm([x, y], epsg)
}

function assertKnown(epsg: number): void {
  if (isKnownProjection(epsg)) return
  throw new RangeError(
    `EPSG:${epsg} is not supported: use WGS 84 (4326), web Mercator (3857) or a WGS 84 / UTM zone (32601-32660, 32701-32760)`,
  )
}
