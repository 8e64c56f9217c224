import type { Position } from 'geojson'
import { samePlace } from './rings.ts'
import type { Area } from './rings.ts'
import type { PolygonProblem } from './polygon-problems.ts'

/**
 * Looks at anything at all and says whether it has the build of a Polygon or MultiPolygon: rings of at least three different
 * points, closed, each point two numbers on the Earth. `area` is there as soon as it can be drawn and measured, even if some
 * of its rings are still open.
 */
export function readArea(input: unknown): { area?: Area; problems: PolygonProblem[] } {
  const error = (reason: PolygonProblem['reason'], message: string): { problems: PolygonProblem[] } => ({
    problems: [{ reason, severity: 'error', message }],
  })
  if (input === null || input === undefined) return error('empty', 'There is no area yet: draw one or import a file.')
  if (typeof input !== 'object') return error('not-polygon', `An area is a GeoJSON geometry, not a ${typeof input}.`)
  const { type, coordinates } = input as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    if (type === 'Feature' || type === 'FeatureCollection') {
      return error('not-polygon', `This is a ${type}: pass on the geometry inside it.`)
    }
    const named = typeof type === 'string' ? `a ${type.slice(0, 40)}` : 'something without a type'
    return error(
      'not-polygon',
      `Only a Polygon or MultiPolygon has an area; this is ${named}. Draw or import a polygon.`,
    )
  }
  if (!Array.isArray(coordinates) || coordinates.length === 0) {
    return error('empty', `The ${type} has no coordinates: draw an area.`)
  }
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates
  const problems: PolygonProblem[] = []
  let ringNumber = 0
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) {
      problems.push(...error('not-polygon', 'A part of the MultiPolygon has no rings: remove it.').problems)
      continue
    }
    for (const [i, ring] of polygon.entries()) {
      problems.push(...ringProblems(ring, ringNumber, ringName(i, polygons.indexOf(polygon), polygons.length)))
      ringNumber++
    }
  }
  const unusable = problems.some(({ reason }) => reason !== 'open-ring' && reason !== 'out-of-range')
  return unusable ? { problems } : { area: input as Area, problems }
}

/** "the outline", "hole 2 of part 3": how messages call a ring. */
export function ringName(ringInPart: number, part: number, parts: number): string {
  const ring = ringInPart === 0 ? 'the outline' : `hole ${ringInPart}`
  return parts > 1 ? `${ring} of part ${part + 1}` : ring
}

function ringProblems(ring: unknown, number: number, name: string): PolygonProblem[] {
  if (!Array.isArray(ring)) {
    return [
      {
        reason: 'not-polygon',
        severity: 'error',
        ring: number,
        message: `${capital(name)} is not a list of points: coordinates are nested wrongly.`,
      },
    ]
  }
  const problems: PolygonProblem[] = []
  const points: Position[] = []
  for (const [i, point] of ring.entries()) {
    const problem = pointProblem(point, `Point ${i + 1} of ${name}`)
    if (problem) problems.push({ ...problem, ring: number })
    // One wrong point tells enough: a file of the wrong kind would give thousands.
    if (problems.length >= 3 || problem?.reason === 'not-polygon') return problems
    if (isPosition(point)) points.push(point)
  }
  if (problems.some(({ reason }) => reason === 'bad-coordinate')) return problems
  const different = new Set(points.map(([lng, lat]) => `${lng},${lat}`)).size
  const [first, last] = [points[0], points.at(-1)]
  if (different < 3 || !first || !last) {
    const message = `${capital(name)} has only ${different} different ${different === 1 ? 'point' : 'points'}: an area needs at least 3.`
    return [...problems, { reason: 'too-few-points', severity: 'error', ring: number, ...at(first), message }]
  }
  if (!samePlace(first, last)) {
    const message = `${capital(name)} is not closed: its last point must repeat the first.`
    problems.push({ reason: 'open-ring', severity: 'error', ring: number, at: last, message })
  }
  return problems
}

function pointProblem(point: unknown, name: string): PolygonProblem | undefined {
  const problem = (reason: PolygonProblem['reason'], message: string): PolygonProblem => ({
    reason,
    severity: 'error',
    ...(isPosition(point) ? { at: point } : {}),
    message,
  })
  if (Array.isArray(point) && Array.isArray(point[0])) {
    return problem('not-polygon', `${name} holds lists instead of numbers: this may be a MultiPolygon named Polygon.`)
  }
  if (!isPosition(point)) {
    return problem('bad-coordinate', `${name} is not [longitude, latitude] in numbers: ${excerpt(point)}.`)
  }
  const [lng = 0, lat = 0] = point
  if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) return undefined
  const where = `${name} is at longitude ${short(lng)}, latitude ${short(lat)}`
  if (Math.abs(lng) > 1000 || Math.abs(lat) > 1000) {
    return problem('out-of-range', `${where}: these look like metres. Convert the file to WGS 84 (EPSG:4326) first.`)
  }
  if (Math.abs(lat) > 90 && Math.abs(lng) <= 90) {
    return problem('out-of-range', `${where}, which is past the pole: are the two swapped? Longitude comes first.`)
  }
  if (Math.abs(lat) > 90) return problem('out-of-range', `${where}, which is past the pole: latitudes end at 90.`)
  return problem('out-of-range', `${where}, past the antimeridian: longitudes run from -180 to 180.`)
}

function isPosition(point: unknown): point is Position {
  return Array.isArray(point) && point.length >= 2 && point.slice(0, 2).every((value) => Number.isFinite(value))
}

function excerpt(value: unknown): string {
  const seen = new WeakSet<object>()
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'bigint' || (typeof inner === 'number' && !Number.isFinite(inner))) return String(inner)
    if (typeof inner !== 'object' || inner === null) return inner
    if (seen.has(inner)) return '…'
    seen.add(inner)
    return inner
  })
  return (text ?? String(value)).slice(0, 40)
}

function at(position: Position | undefined): { at?: Position } {
  return position ? { at: position } : {}
}

function short(degrees: number): string {
  return String(Math.round(degrees * 1e5) / 1e5)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
