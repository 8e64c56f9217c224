import type { Geometry, Position } from 'geojson'
import { lineOfArcs, lineOfLines } from './circular-string.ts'

export type ParsedWkt = { ok: true; geometry: Geometry; srid?: number } | { ok: false; message: string; at: number }

class WktError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/**
 * Reads Well-Known Text and PostGIS's EWKT (`SRID=4326;POLYGON((…))`): points, lines, polygons, their multiples and
 * collections; curves as lines of short chords, PostGIS's BOX. Heights and measures are read and dropped. Failures tell the
 * character they stand at.
 */
export function parseWkt(text: string): ParsedWkt {
  let at = 0
  const skip = () => {
    while (/\s/.test(text.charAt(at))) at++
  }
  const word = (): string => {
    skip()
    const found = /[A-Za-z]+/y
    found.lastIndex = at
    const match = found.exec(text)?.[0] ?? ''
    at += match.length
    return match.toUpperCase()
  }
  /** `PolygonZ`, `POLYGON ZM`: with what it says of heights and measures. */
  const typeName = (): string => {
    const name = word().replace(/(?<=.{3})(ZM|Z|M)$/, '')
    const suffix = at
    if (!/^(Z|M|ZM)$/.test(word())) at = suffix
    return name
  }
  const accept = (character: string): boolean => {
    skip()
    if (text.charAt(at) !== character) return false
    at++
    return true
  }
  const expectCharacter = (character: string, inside: string) => {
    if (accept(character)) return
    const found = at < text.length ? `"${text.charAt(at)}"` : 'the end of the text'
    throw new WktError(`"${character}" is expected in the ${inside}, not ${found}.`, at)
  }
  const number = (): number => {
    skip()
    const pattern = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y
    pattern.lastIndex = at
    const match = pattern.exec(text)?.[0]
    if (match === undefined) throw new WktError(`A number is expected${found()}.`, at)
    at += match.length
    return Number(match)
  }
  const found = () => (at < text.length ? `, not "${text.slice(at, at + 8)}"` : ', but the text ends')

  const position = (): Position => {
    const [x, y] = [number(), number()]
    for (let extra = 0; extra < 2; extra++) {
      skip()
      if (/[-+.\d]/.test(text.charAt(at))) number()
    }
    return [x, y]
  }
  const list = <T>(inside: string, read: () => T): T[] => {
    expectCharacter('(', inside)
    const items = [read()]
    while (accept(',')) items.push(read())
    expectCharacter(')', inside)
    return items
  }
  const line = () => list('list of points', position)
  const rings = () => list('polygon', line)
  const bracketedPoint = () => {
    if (!accept('(')) return position()
    const point = position()
    expectCharacter(')', 'point')
    return point
  }

  const isBracket = () => {
    skip()
    return text.charAt(at) === '('
  }
  /** A line of any kind, straight unless its name says otherwise. */
  const curve = (): Position[] => {
    if (isBracket()) return line()
    const start = at
    switch (typeName()) {
      case 'LINESTRING':
        return line()
      case 'CIRCULARSTRING':
        return lineOfArcs(line())
      case 'COMPOUNDCURVE':
        return lineOfLines(list('compound curve', curve))
      default:
        throw new WktError(`"${text.slice(start, start + 8)}" is no kind of line.`, start)
    }
  }
  const curvedRings = () => list('polygon', curve)
  const surface = (): Position[][] => {
    if (isBracket()) return rings()
    return typeName() === 'CURVEPOLYGON' ? curvedRings() : rings()
  }

  const geometry = (depth: number): Geometry => {
    skip()
    const start = at
    const type = typeName()
    const emptyAt = at
    const isEmpty = word() === 'EMPTY'
    if (!isEmpty) at = emptyAt
    switch (type) {
      case 'POINT':
        if (isEmpty) return { type: 'MultiPoint', coordinates: [] }
        return { type: 'Point', coordinates: list('point', position)[0] ?? [] }
      case 'MULTIPOINT':
        return { type: 'MultiPoint', coordinates: isEmpty ? [] : list('multipoint', bracketedPoint) }
      case 'LINESTRING':
      case 'LINEARRING':
        return { type: 'LineString', coordinates: isEmpty ? [] : line() }
      case 'CIRCULARSTRING':
      case 'COMPOUNDCURVE':
        if (isEmpty) return { type: 'LineString', coordinates: [] }
        at = start
        return { type: 'LineString', coordinates: curve() }
      case 'MULTILINESTRING':
      case 'MULTICURVE':
        return { type: 'MultiLineString', coordinates: isEmpty ? [] : list('multilinestring', curve) }
      case 'POLYGON':
      case 'TRIANGLE':
        return { type: 'Polygon', coordinates: isEmpty ? [] : rings() }
      case 'CURVEPOLYGON':
        return { type: 'Polygon', coordinates: isEmpty ? [] : curvedRings() }
      case 'MULTISURFACE':
        return { type: 'MultiPolygon', coordinates: isEmpty ? [] : list('multisurface', surface) }
      case 'BOX':
        return box(list('box', position))
      case 'MULTIPOLYGON':
        return { type: 'MultiPolygon', coordinates: isEmpty ? [] : list('multipolygon', rings) }
      case 'GEOMETRYCOLLECTION': {
        if (depth > 8) throw new WktError('The collections are nested too deep.', start)
        const geometries = isEmpty ? [] : list('collection', () => geometry(depth + 1))
        return { type: 'GeometryCollection', geometries }
      }
      default:
        throw new WktError(
          `"${type || text.slice(start, start + 8)}" is not a WKT geometry: POLYGON and MULTIPOLYGON are.`,
          start,
        )
    }
  }

  try {
    const ewkt = /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text)
    at = ewkt?.[0].length ?? 0
    const read = geometry(0)
    skip()
    if (!/^;?\s*$/.test(text.slice(at))) {
      throw new WktError(`The geometry ends here, but "${text.slice(at, at + 8)}" follows.`, at)
    }
    return { ok: true, geometry: read, ...(ewkt ? { srid: Number(ewkt[1]) } : {}) }
  } catch (error) {
    if (!(error instanceof WktError)) throw error
    return { ok: false, message: error.message, at: error.at }
  }
}

/** `BOX(13 52,14 53)`, as ST_Extent writes it. */
function box([[west = NaN, south = NaN] = [], [east = NaN, north = NaN] = []]: Position[]): Geometry {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
