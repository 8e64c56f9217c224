import type { GeoJSON, Position } from 'geojson'
import type { Bbox } from './bbox.ts'
import { bboxPolygon } from './bbox-polygon.ts'
import { collectAreas, combineAreas } from './collect-areas.ts'
import { cutAtAntimeridian, fixPolygon } from './fix-polygon.ts'
import { jsonErrorAt } from './json-error-at.ts'
import { parseCoordinate } from './parse-coordinate.ts'
import { parseWkt } from './parse-wkt.ts'
import { inverse, isKnownProjection } from './projection.ts'
import type { Area } from './rings.ts'
import { structuralErrors } from './structural-errors.ts'

export type ParsedArea =
  /** `notes`: what was left out, joined or mended on the way, if anything. `understoodAs` says it too. */
  | { ok: true; geometry: Area; understoodAs: string; notes: string[] }
  /** `at` is the character of the text that the message speaks of, counted from 0. */
  | { ok: false; message: string; at?: number }

/**
 * Reads an area from pasted text: GeoJSON (geometry, Feature, FeatureCollection), WKT or EWKT, a bounding box
 * `west, south, east, north`, or one coordinate a line. Certain mistakes are repaired (`fixPolygon`) and named in
 * `understoodAs`; self-crossings and sizes are left to `polygonProblems`. Never throws.
 */
export function parseArea(text: string): ParsedArea {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, message: 'Paste GeoJSON, WKT, a bounding box or a list of coordinates.' }
  if (/^[{[]/.test(trimmed)) return parseGeoJson(text)
  if (/^(SRID\s*=|(MULTI|CURVE)?(POLYGON|POINT|LINESTRING|SURFACE)|GEOMETRYCOLLECTION|BOX\()/i.test(trimmed)) {
    return parseWktArea(text)
  }
  const extent = parseExtent(trimmed)
  if (extent) return extent
  const numbers = trimmed.split(/[\s,;]+/)
  if (numbers.length === 4 && !/\n/.test(trimmed) && numbers.every((part) => /^[-+]?[\d.]+$/.test(part))) {
    return parseBox(numbers.map(Number))
  }
  return parseCoordinateList(text)
}

function parseGeoJson(text: string): ParsedArea {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const at = jsonErrorAt(text) ?? 0
    const line = text.slice(0, at).split('\n').length
    const found = at < text.length ? `at "${text.slice(at, at + 8)}"` : 'because the text ends too early'
    return {
      ok: false,
      message: `This looks like GeoJSON, but line ${line} is not valid JSON ${found}: check commas and brackets.`,
      at,
    }
  }
  if (Array.isArray(value)) return parseBareArray(value)
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  const known = ['Feature', 'FeatureCollection', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'Point', 'LineString']
  if (typeof type !== 'string' || ![...known, 'MultiPoint', 'MultiLineString'].includes(type)) {
    return { ok: false, message: 'This JSON is not GeoJSON: it has no known "type", such as Polygon or Feature.' }
  }
  try {
    const { areas, leftOut } = collectAreas(value as GeoJSON)
    return accept(areas, `GeoJSON ${type}`, leftOut)
  } catch {
    return {
      ok: false,
      message: `This GeoJSON ${type} is incomplete: its features or coordinates are missing or nested wrongly.`,
    }
  }
}

/** Coordinates without their geometry around them, as people copy them out of request bodies: `[[[13, 52], …]]`, a bbox. */
function parseBareArray(value: unknown[]): ParsedArea {
  if (value.length === 4 && value.every((item) => typeof item === 'number')) return parseBox(value)
  let [depth, inner]: [number, unknown] = [0, value]
  while (Array.isArray(inner)) {
    inner = inner[0]
    depth++
  }
  if (depth < 2 || depth > 4)
    return { ok: false, message: 'This list is neither a bounding box nor the coordinates of a polygon.' }
  const nested = depth === 2 ? [value] : value
  const area = { type: depth === 4 ? 'MultiPolygon' : 'Polygon', coordinates: nested } as Area
  return accept([area], 'coordinates, longitude first', 0)
}

function parseWktArea(text: string): ParsedArea {
  const parsed = parseWkt(text)
  if (!parsed.ok) return parsed
  const { areas, leftOut } = collectAreas(parsed.geometry)
  const name = `WKT ${parsed.geometry.type}`
  const { srid = 4326 } = parsed
  if (srid === 4326) return accept(areas, name, leftOut)
  if (!isKnownProjection(srid)) {
    return {
      ok: false,
      message: `SRID ${srid} is not supported: use 4326, 3857 or a UTM zone (32601-32660, 32701-32760).`,
      at: 0,
    }
  }
  const reproject = (ring: Position[]) => ring.map((point): Position => inverse(point, srid))
  const moved = areas.map((area): Area =>
    area.type === 'Polygon'
      ? { ...area, coordinates: area.coordinates.map(reproject) }
      : { ...area, coordinates: area.coordinates.map((rings) => rings.map(reproject)) },
  )
  return accept(moved, `${name} in EPSG:${srid}`, leftOut)
}

function parseBox(numbers: number[]): ParsedArea {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers
  const bbox: Bbox = [west, south, east, north]
  if (!bbox.every(Number.isFinite))
    return { ok: false, message: 'A bounding box is four numbers: west, south, east, north.' }
  if (Math.abs(south) > 90 || Math.abs(north) > 90 || Math.abs(west) > 180 || Math.abs(east) > 180) {
    return {
      ok: false,
      message: `A bounding box is west, south, east, north in degrees; ${numbers.join(', ')} leaves the Earth.`,
    }
  }
  if (south >= north) {
    return {
      ok: false,
      message: `The box has its south (${south}) not below its north (${north}): the order is west, south, east, north.`,
    }
  }
  if (west === east) return { ok: false, message: `The box has no width: west and east are both ${west}.` }
  const across = west > east ? ' across the antimeridian' : ''
  return {
    ok: true,
    geometry: bboxPolygon(bbox),
    understoodAs: `bounding box west, south, east, north${across}`,
    notes: across ? [cutAtAntimeridian] : [],
  }
}

const number = String.raw`\s*([-+]?[\d.]+)\s*`
const layerExtent = new RegExp(`^${number},${number}:${number},${number}$`)
const pickedExtent = new RegExp(String.raw`^${number},${number},${number},${number}\[EPSG:(\d+)\]$`, 'i')

/** As QGIS writes it: of a layer `west,south : east,north`, of a picked extent `west,east,south,north [EPSG:25833]`. */
function parseExtent(text: string): ParsedArea | null {
  const ofLayer = layerExtent.exec(text)
  if (ofLayer) return parseBox(ofLayer.slice(1).map(Number))
  const picked = pickedExtent.exec(text)
  if (!picked) return null
  const [west = NaN, east = NaN, south = NaN, north = NaN, epsg = NaN] = picked.slice(1).map(Number)
  if (epsg === 4326) return parseBox([west, south, east, north])
  const corners = [`${west} ${south}`, `${east} ${south}`, `${east} ${north}`, `${west} ${north}`, `${west} ${south}`]
  return parseWktArea(`SRID=${epsg};POLYGON((${corners.join()}))`)
}

function parseCoordinateList(text: string): ParsedArea {
  const corners: Position[] = []
  let understood = ''
  let at = 0
  // One point a line; on a single line, points are parted by ";" or "|".
  const separator = /\n/.test(text.trim()) ? '\n' : /[;|]/.test(text) ? /[;|]/ : '\n'
  for (const [i, line] of text.split(separator).entries()) {
    if (line.trim() !== '') {
      const parsed = parseCoordinate(line)
      if (!parsed.ok) {
        const which = separator === '\n' ? `Line ${i + 1}` : `Point ${i + 1}`
        return { ok: false, message: `${which}: ${parsed.message}`, at: at + (parsed.at ?? 0) }
      }
      corners.push(parsed.lngLat)
      understood = parsed.understoodAs
    }
    at += line.length + 1
  }
  if (corners.length < 3) {
    const found =
      corners.length === 1
        ? 'one point. Find it as a place, which can be used with the 100 km² around it'
        : `${corners.length} points`
    return { ok: false, message: `An area needs at least three corners; this is ${found}.`, at: 0 }
  }
  return accept([{ type: 'Polygon', coordinates: [corners] }], `${corners.length} points, ${understood}`, 0)
}

function accept(areas: Area[], name: string, leftOut: number): ParsedArea {
  if (areas.length === 0) return { ok: false, message: `This ${name} holds no polygon: an area needs one.` }
  const unusable = areas.flatMap((area) => structuralErrors(area))
  const [first] = unusable
  if (first) return { ok: false, message: first.message }
  const { area, fixes } = fixPolygon(combineAreas(areas))
  const notes = [
    ...(areas.length > 1 ? [`${areas.length} polygons together`] : []),
    ...(leftOut > 0 ? [`left out ${leftOut} without area`] : []),
    // Every coordinate list is left open; closing it is no news.
    ...fixes.filter((fix) => !(fix === 'closed an open ring' && /points,/.test(name)) && !/way round/.test(fix)),
  ]
  return { ok: true, geometry: area, understoodAs: [name, ...notes].join('; '), notes }
}
