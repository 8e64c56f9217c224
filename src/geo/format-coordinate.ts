import type { Position } from 'geojson'
import { toMgrs } from './mgrs.ts'
import { wrapLongitude } from './antimeridian.ts'
import { toUtm, utmEpsg } from './utm.ts'

export type CoordinateStyle = 'decimal' | 'dms' | 'dm' | 'utm' | 'mgrs'

/**
 * A point for reading, latitude first as people write it: `52.39060, 13.06940` (about a metre), `52°23'26.2"N 13°04'09.8"E`,
 * `52°23.436'N 13°04.164'E`, `33U 368626 5806237` or `33U UU 68626 06237`. UTM and MGRS fall back to decimals beyond 84°N and
 * 80°S, where UTM ends.
 */
export function formatCoordinate([lng = NaN, lat = NaN]: Position, style: CoordinateStyle = 'decimal'): string {
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return '–'
  const wrapped = wrapLongitude(lng)
  if (style === 'dms') return `${dms(lat, 'N', 'S')} ${dms(wrapped, 'E', 'W')}`
  if (style === 'dm') return `${dm(lat, 'N', 'S')} ${dm(wrapped, 'E', 'W')}`
  if (style === 'mgrs' && lat >= -80 && lat <= 84) {
    const [, zone = '', square = '', easting = '', northing = ''] =
      /^(\d+\w)(\w\w)(\d{5})(\d{5})$/.exec(toMgrs([wrapped, lat], 5)) ?? []
    return `${zone} ${square} ${easting} ${northing}`
  }
  if (style === 'utm' && lat >= -80 && lat <= 84) {
    const epsg = utmEpsg([wrapped, lat])
    const [easting, northing] = toUtm([wrapped, lat], epsg)
    return `${epsg % 100}${latitudeBand(lat)} ${Math.round(easting)} ${Math.round(northing)}`
  }
  return `${lat.toFixed(5)}, ${wrapped.toFixed(5)}`
}

/** The letter of a UTM grid zone's row, C to X without I and O, eight degrees each (X is twelve). */
function latitudeBand(lat: number): string {
  return 'CDEFGHJKLMNPQRSTUVWX'.charAt(Math.min(19, Math.floor((lat + 80) / 8)))
}

function dms(degrees: number, positive: string, negative: string): string {
  // Rounded first as a whole, so that 59.96" never becomes 60.0".
  const tenths = Math.round(Math.abs(degrees) * 36000)
  const [whole, minutes, seconds] = [Math.floor(tenths / 36000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10]
  const letter = degrees < 0 ? negative : positive
  return `${whole}°${String(minutes).padStart(2, '0')}'${seconds.toFixed(1).padStart(4, '0')}"${letter}`
}

function dm(degrees: number, positive: string, negative: string): string {
  const thousandths = Math.round(Math.abs(degrees) * 60000)
  const minutes = ((thousandths % 60000) / 1000).toFixed(3).padStart(6, '0')
  return `${Math.floor(thousandths / 60000)}°${minutes}'${degrees < 0 ? negative : positive}`
}
