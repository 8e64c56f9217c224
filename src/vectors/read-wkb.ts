import type { Geometry, Position } from 'geojson'

const simpleTypes = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'] as const

/**
 * Reads well-known binary, ISO and PostGIS (EWKB); heights and measures are dropped. Undefined for curves and surfaces,
 * which GeoJSON does not know. @throws RangeError when the bytes end too early.
 */
export function readWkb(view: DataView): Geometry | undefined {
  let at = 0
  const geometry = (depth: number): Geometry | undefined => {
    const little = view.getUint8(at++) === 1
    const uint32 = () => {
      const value = view.getUint32(at, little)
      at += 4
      return value
    }
    const code = uint32()
    const hasEwkb = code >>> 29
    if (hasEwkb & 1) at += 4
    const iso = Math.floor((code & 0xfffffff) / 1000)
    const type = (code & 0xfffffff) % 1000
    const dimensions = 2 + (hasEwkb & 4 || iso === 1 || iso === 3 ? 1 : 0) + (hasEwkb & 2 || iso >= 2 ? 1 : 0)
    const point = (): Position => {
      const position = [view.getFloat64(at, little), view.getFloat64(at + 8, little)]
      at += 8 * dimensions
      return position
    }
    const list = <T>(read: () => T, leastBytes: number): T[] => {
      const count = uint32()
      if (count * leastBytes > view.byteLength - at) throw new RangeError('a count leads past the end')
      return Array.from({ length: count }, read)
    }
    const line = () => list(point, 8 * dimensions)
    const rings = () => list(line, 4)
    if (type === 1) return { type: 'Point', coordinates: point() }
    if (type === 2) return { type: 'LineString', coordinates: line() }
    if (type === 3) return { type: 'Polygon', coordinates: rings() }
    if (type < 4 || type > 7 || depth > 8) return undefined
    const parts = list(() => geometry(depth + 1), 5)
    if (type === 7) return { type: 'GeometryCollection', geometries: parts.filter((part) => part !== undefined) }
    const coordinates = parts.flatMap((part) => (part && 'coordinates' in part ? [part.coordinates] : []))
    return { type: simpleTypes[type - 1], coordinates } as Geometry
  }
  return geometry(0)
}
