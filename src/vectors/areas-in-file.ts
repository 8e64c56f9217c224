import type { Geometry, Position } from 'geojson'
import { areaOfPoints } from '#src/geo/area-of-points.ts'
import { collectAreas, combineAreas } from '#src/geo/collect-areas.ts'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { samePlace, type Area } from '#src/geo/rings.ts'
import { structuralErrors } from '#src/geo/structural-errors.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { featureNames } from './feature-names.ts'
import { Refusal, refuseBeyond, vectorLimits, type VectorLimits } from './limits.ts'
import { pointsOf } from './reproject.ts'
import type { VectorFeature, VectorFile } from './vector-file.ts'

/** `name` is empty where the file gives none. */
export type FileArea = { name: string; layer?: string; area: Area }
export type FileAreas = { kind: string; areas: FileArea[]; notes: string[] }

/**
 * The areas in a file, one a feature, mended where that is certain. Closed lines count as outlines; a file of points alone
 * is the area that they span. `notes` say what was assumed and left out. @throws Refusal when nothing is left.
 */
export function areasInFile(file: VectorFile, limits: VectorLimits = vectorLimits): FileAreas {
  const { kind, features } = file
  refuseBeyond(features.length, limits.features, 'features', 'export a selection of them')
  const notes = new Set(file.notes)
  const names = featureNames(features)
  const areas: FileArea[] = []
  let [leftOut, vertices] = [0, 0]
  let firstProblem: string | undefined
  let broken = 0
  for (const [i, { geometry, layer }] of features.entries()) {
    const { areas: parts, isClosedLine } = outlinesOf(geometry)
    if (parts.length === 0) {
      leftOut++
      continue
    }
    const [problem] = parts.flatMap(structuralErrors)
    if (problem) {
      firstProblem ??= features.length > 1 ? `${names[i] || `Feature ${i + 1}`}: ${problem.message}` : problem.message
      broken++
      continue
    }
    if (isClosedLine) notes.add('closed lines are taken as outlines')
    const { area, fixes } = fixPolygon(combineAreas(parts))
    vertices += vertexCount(area)
    refuseBeyond(vertices, limits.vertices, 'corners', 'simplify it, or export fewer features')
    refuseBeyond(areas.length + 1, limits.areas, 'outlines', 'export a selection of them')
    for (const fix of fixes) if (!/heights|way round|repeated/.test(fix)) notes.add(fix)
    areas.push({ name: names[i] ?? '', ...(layer !== undefined && { layer }), area })
  }
  if (areas.length === 0) {
    if (firstProblem) throw new Refusal(firstProblem)
    return { kind, ...spanned(file), notes: [...notes, ...spanned(file).notes] }
  }
  if (leftOut > 0) notes.add(`left out ${leftOut} without area`)
  if (broken > 0) notes.add(`left out ${broken} that ${broken === 1 ? 'is' : 'are'} damaged (${firstProblem})`)
  return { kind, areas, notes: [...notes] }
}

function outlinesOf(geometry: Geometry): { areas: Area[]; isClosedLine: boolean } {
  const { areas } = collectAreas(geometry)
  if (areas.length > 0) return { areas, isClosedLine: false }
  const closed = linesOf(geometry).filter((line) => {
    const [first, last] = [line[0], line.at(-1)]
    return line.length >= 4 && first && last && samePlace(first, last)
  })
  return { areas: closed.map((line): Area => ({ type: 'Polygon', coordinates: [line] })), isClosedLine: true }
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  if (geometry.type === 'MultiLineString') return geometry.coordinates
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(linesOf) : []
}

/** Sampling sites, wells, corners: the area they lie in is what is looked for. */
function spanned({ kind, features }: VectorFile): Pick<FileAreas, 'areas' | 'notes'> {
  const isPoint = ({ geometry }: VectorFeature) => geometry.type.endsWith('Point')
  const points = features.filter(isPoint).flatMap(({ geometry }) => [...pointsOf(geometry)])
  if (features.length === 0) throw new Refusal(`This ${kind} holds no features: there is nothing to take.`)
  if (points.length === 0) throw new Refusal(`This ${kind} holds no polygon: an area needs one.`)
  const isOnEarth = points.every(([lng, lat]) => Math.abs(lng ?? NaN) <= 180 && Math.abs(lat ?? NaN) <= 90)
  const span = isOnEarth ? areaOfPoints(points) : null
  if (!isOnEarth)
    throw new Refusal(`The points of this ${kind} do not lie on the Earth: export them in longitude and latitude.`)
  if (!span) {
    const count = points.length === 1 ? 'one point' : `${points.length} points, which span no area`
    throw new Refusal(`This ${kind} holds ${count}: draw a circle around the place instead.`)
  }
  const of = `${points.length.toLocaleString('en-US')} points`
  const name = span.shape === 'hull' ? `Hull of ${of}` : `Box around ${of}`
  const note = span.shape === 'hull' ? `the area is the hull around ${of}` : `the area is the box around ${of}`
  return { areas: [{ name, area: span.area }], notes: [note] }
}
