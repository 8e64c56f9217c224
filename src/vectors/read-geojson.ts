import type { Feature, GeoJSON, Geometry } from 'geojson'
import { jsonErrorAt } from '#src/geo/json-error-at.ts'
import { recordSeparator } from './file-kind.ts'
import { Refusal } from './limits.ts'
import { reproject } from './reproject.ts'
import { toWgs84 } from './to-wgs84.ts'
import type { VectorFeature, VectorFile } from './vector-file.ts'

/**
 * Reads any GeoJSON: a collection, a feature, a bare geometry, one of them a line (also as a text sequence, RFC 8142); in
 * another system if the `crs` of older files says so. @throws Refusal
 */
export async function readGeoJson(text: string): Promise<VectorFile> {
  const { values, isByLine } = parse(text)
  const notes = new Set<string>()
  const features: VectorFeature[] = []
  for (const [i, value] of values.entries()) {
    let found: FoundFeature[]
    try {
      found = featuresOf(value as GeoJSON)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      throw isByLine ? new Refusal(`Line ${i + 1}: ${error.message}`) : error
    }
    for (const { crs, ...feature } of found) {
      const { geometry, properties } = feature
      const epsg = codeOfCrs(crs)
      if (epsg === undefined || !isWhole(geometry)) {
        features.push(feature)
        continue
      }
      const { name, toLngLat, notes: told } = await toWgs84({ epsg })
      for (const note of [`reprojected from ${name}`, ...told]) notes.add(note)
      features.push({ geometry: reproject(geometry, toLngLat), properties })
    }
  }
  return { kind: isByLine ? 'newline-delimited GeoJSON' : 'GeoJSON', features, notes: [...notes] }
}

function parse(text: string): { values: unknown[]; isByLine: boolean } {
  try {
    return { values: [JSON.parse(text)], isByLine: false }
  } catch {
    const lines = text.split('\n').map((line) => line.replace(recordSeparator, '').trim())
    const values: unknown[] = []
    for (const [i, line] of lines.entries()) {
      if (line === '') continue
      try {
        values.push(JSON.parse(line))
      } catch {
        // With a first line that stands alone it is meant line by line.
        if (values.length > 0)
          throw new Refusal(`Line ${i + 1} of this GeoJSON is not valid JSON: check its commas and brackets.`)
        break
      }
    }
    if (values.length > 0) return { values, isByLine: true }
    const at = jsonErrorAt(text) ?? 0
    const line = text.slice(0, at).split('\n').length
    const found = at < text.length ? `at "${text.slice(at, at + 8)}"` : 'because the text ends too early'
    throw new Refusal(
      `This looks like GeoJSON, but line ${line} is not valid JSON ${found}: check commas and brackets.`,
    )
  }
}

/** The `crs` of the innermost thing around it that has one. */
type FoundFeature = VectorFeature & { crs: unknown }

const geometryTypes = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']

function featuresOf(value: GeoJSON | GeoJSON[], around?: unknown): FoundFeature[] {
  if (Array.isArray(value)) return value.flatMap((each) => featuresOf(each, around))
  const { type, crs = around }: { type?: unknown; crs?: unknown } =
    typeof value === 'object' && value !== null ? value : {}
  if (type === 'FeatureCollection') {
    const { features } = value as { features?: unknown }
    if (!Array.isArray(features)) throw new Refusal('This FeatureCollection is incomplete: it has no list of features.')
    return features.flatMap((feature: unknown) => (isFeature(feature) ? featuresOf(feature, crs) : []))
  }
  if (type === 'Feature') {
    const { geometry, properties, id } = value as Feature
    if (!geometry) return []
    refuseIfIncomplete(geometry)
    const { crs: own = crs } = geometry as { crs?: unknown }
    return [{ geometry, properties: { ...(id !== undefined && { id }), ...properties }, crs: own }]
  }
  if (typeof type === 'string' && [...geometryTypes, 'GeometryCollection'].includes(type)) {
    refuseIfIncomplete(value as Geometry)
    return [{ geometry: value as Geometry, properties: {}, crs }]
  }
  const other =
    type === 'Topology'
      ? 'TopoJSON: export it as GeoJSON'
      : 'geometryType' in Object(value) || 'rings' in Object(value)
        ? 'in the format of Esri: ask for GeoJSON (f=geojson), or export it as that'
        : 'not GeoJSON: it has no known "type", such as Polygon or Feature'
  throw new Refusal(`This JSON is ${other}.`)
}

/** Polygons are left to the checks that tell which point of which ring is wrong. */
function refuseIfIncomplete(geometry: Geometry): void {
  const { type } = geometry as { type?: unknown }
  if (typeof type !== 'string' || ![...geometryTypes, 'GeometryCollection'].includes(type)) {
    throw new Refusal('This GeoJSON has a geometry of no known "type", such as Polygon.')
  }
  if (type.endsWith('Polygon') || isWhole(geometry)) return
  throw new Refusal(`This GeoJSON is incomplete: the coordinates of a ${geometry.type} are missing or nested wrongly.`)
}

function isFeature(value: unknown): value is Feature {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Feature'
}

/**
 * `{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}`, or before that `{"type": "EPSG", "properties":
 * {"code": 25833}}`; undefined for WGS 84. @throws Refusal
 */
function codeOfCrs(crs: unknown): number | undefined {
  if (!crs) return undefined
  const { name, code, href } = (crs as { properties?: Record<string, unknown> }).properties ?? {}
  const text = String(name ?? (code === undefined ? undefined : `EPSG:${String(code)}`) ?? href ?? '')
  if (/CRS:?84$|WGS ?84$/i.test(text)) return undefined
  const epsg = /EPSG(?:[:/](?:[\d.]*[:/])?|.*\/)(\d+)(?:\/.*)?$/i.exec(text)?.[1]
  if (epsg === undefined) {
    const told =
      text === '' ? 'not told in a way that is known here' : `"${text.slice(0, 60)}", which is not known here`
    throw new Refusal(`The coordinate system of this GeoJSON is ${told}: export it in WGS 84 (EPSG:4326).`)
  }
  return epsg === '4326' ? undefined : Number(epsg)
}

const isNumber = (value: unknown) => typeof value === 'number'

const mostNested = 16

/** Its coordinates are lists of numbers as deep as its type says: what is not is refused later, in words. */
function isWhole(geometry: Geometry, nested = 0): boolean {
  if (nested > mostNested) throw new Refusal('This GeoJSON is nested too deep: its collections lie within collections.')
  if (geometry.type === 'GeometryCollection')
    return Array.isArray(geometry.geometries) && geometry.geometries.every((part) => isWhole(part, nested + 1))
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[
    geometry.type
  ]
  const check = (value: unknown, left: number): boolean =>
    Array.isArray(value) &&
    (left === 0 ? value.length > 1 && value.every(isNumber) : value.every((inner) => check(inner, left - 1)))
  return depth !== undefined && check(geometry.coordinates, depth)
}
