import type { Geometry, Position } from 'geojson'
import { collectAreas, combineAreas } from '#src/geo/collect-areas.ts'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { samePlace, type Area } from '#src/geo/rings.ts'
import { structuralErrors } from '#src/geo/structural-errors.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { areasOfPlaces } from './area-of-places.ts'
import { featureNames } from './feature-names.ts'
import { Refusal, refuseBeyond, vectorLimits, type VectorLimits } from './limits.ts'
import type { VectorFile } from './vector-file.ts'

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
    if (parts.every(({ coordinates }) => coordinates.length === 0)) {
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
    const places = areasOfPlaces(file)
    return { kind, areas: places.areas, notes: [...notes, ...places.notes] }
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
