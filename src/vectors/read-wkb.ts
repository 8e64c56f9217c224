import type { Geometry, Position } from 'geojson'
import { lineOfArcs, lineOfLines } from '#src/geo/circular-string.ts'

// By their codes; curves are made lines of short chords.
const collected: Readonly<Record<number, 'MultiPoint' | 'MultiLineString' | 'MultiPolygon'>> = {
  4: 'MultiPoint',
  5: 'MultiLineString',
  6: 'MultiPolygon',
  11: 'MultiLineString',
  12: 'MultiPolygon',
}

/**
 * Reads well-known binary, ISO and PostGIS (EWKB, with its SRID); heights and measures are dropped. No geometry for solids,
 * which GeoJSON does not know. @throws RangeError when the bytes end too early.
 */
export function readWkb(view: DataView): { geometry: Geometry | undefined; srid?: number } {
  let at = 0
  let srid: number | undefined
  const geometry = (depth: number): Geometry | undefined => {
    const little = view.getUint8(at++) === 1
    const uint32 = () => {
      const value = view.getUint32(at, little)
      at += 4
      return value
    }
    const code = uint32()
    const hasEwkb = code >>> 29
    if (hasEwkb & 1) srid = uint32()
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
    if (type === 3 || type === 17) return { type: 'Polygon', coordinates: rings() }
    if (type === 8) return { type: 'LineString', coordinates: lineOfArcs(line()) }
    if (type < 4 || type > 12 || depth > 8) return undefined
    const parts = list(() => geometry(depth + 1), 5)
    if (type === 7) return { type: 'GeometryCollection', geometries: parts.filter((part) => part !== undefined) }
    const lines = parts.flatMap((part) => (part?.type === 'LineString' ? [part.coordinates] : []))
    if (type === 9) return { type: 'LineString', coordinates: lineOfLines(lines) }
    if (type === 10) return { type: 'Polygon', coordinates: lines }
    const coordinates = parts.flatMap((part) => (part && 'coordinates' in part ? [part.coordinates] : []))
    return { type: collected[type], coordinates } as Geometry
  }
  return { geometry: geometry(0), ...(srid !== undefined && { srid }) }
}

const hexPattern = /^\s*(?:\\x|0x)?(0[01][\da-f]{8}(?:[\da-f]{2})+)\s*$/i

/** Well-known binary in hexadecimal digits, as databases print it; undefined for any other text. @throws RangeError */
export function readHexWkb(text: string): ReturnType<typeof readWkb> | undefined {
  const digits = hexPattern.exec(text)?.[1]
  if (!digits) return undefined
  const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16))
  return readWkb(new DataView(bytes.buffer))
}
