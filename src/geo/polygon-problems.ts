import type { Position } from 'geojson'
import { crossesAntimeridian } from './antimeridian.ts'
import { ringContains } from './contains-point.ts'
import { formatAreaKm2 } from './format-area.ts'
import { groupsWithinKm, partDistanceKm } from './part-distance-km.ts'
import { readArea, ringName } from './read-area.ts'
import { polygonsOf, signedTwiceArea } from './rings.ts'
import type { Area } from './rings.ts'
import { ringCrossings } from './ring-crossings.ts'
import { utmAreaKm2 } from './utm-area-km2.ts'

export type PolygonProblem = {
  reason:
    | 'empty'
    | 'not-polygon'
    | 'bad-coordinate'
    | 'out-of-range'
    | 'too-few-points'
    | 'open-ring'
    | 'self-crossing'
    | 'hole-outside'
    | 'winding'
    | 'antimeridian'
    | 'too-small'
    | 'too-large'
    | 'parts-too-far'
  /** An error stops the area from being used; a warning is worth knowing. */
  severity: 'error' | 'warning'
  /** What is wrong, where, and what to do, in one or two sentences. */
  message: string
  /** Where on the map. */
  at?: Position
  /** Which ring, counted over all parts from 0. */
  ring?: number
}

export type PolygonLimits = {
  /** Smaller areas are no areas: a slip of the mouse. */
  minAreaKm2: number
  maxAreaKm2: number
  /** Tasking bills at least this much, so a smaller area deserves a warning. Infinity: no warning. */
  billedFromKm2?: number
  /** How far a part of a MultiPolygon may be from its nearest neighbour. */
  maxPartDistanceKm: number
}

/** The limits of an area to analyse. The published API names none for size; this one keeps a preparation to minutes. */
export const aoiLimits: PolygonLimits = { minAreaKm2: 0.0001, maxAreaKm2: 20_000, maxPartDistanceKm: 200 }

/** The limits of an area to order: billing starts at 100 km2, and neighbouring parts lie at most 200 km apart. */
export const orderLimits: PolygonLimits = { ...aoiLimits, maxAreaKm2: 200_000, billedFromKm2: 100 }

/**
 * Everything that is wrong with an area, or worth a warning. Takes anything at all (half-drawn shapes, foreign files, request
 * bodies) and never throws. An empty list means: a valid GeoJSON Polygon or MultiPolygon within the limits. Limits not given
 * are those of `aoiLimits`.
 */
export function polygonProblems(input: unknown, limitsGiven: Partial<PolygonLimits> = {}): PolygonProblem[] {
  const limits = { ...aoiLimits, ...limitsGiven }
  const { area, problems } = readArea(input)
  if (!area || problems.length > 0) return problems
  problems.push(...crossingProblems(area), ...antimeridianProblems(area))
  // Sizes and sides mean nothing while the outline crosses itself.
  if (problems.length > 0) return problems
  return [
    ...holeProblems(area),
    ...windingProblems(area),
    ...sizeProblems(area, limits),
    ...distanceProblems(area, limits),
  ]
}

/** Only what forbids using the area. */
export function polygonErrors(input: unknown, limits: Partial<PolygonLimits> = {}): PolygonProblem[] {
  return polygonProblems(input, limits).filter(({ severity }) => severity === 'error')
}

function namedRings(area: Area): { ring: Position[]; part: number; inPart: number; name: string }[] {
  const polygons = polygonsOf(area)
  return polygons.flatMap((rings, part) =>
    rings.map((ring, inPart) => ({ ring, part, inPart, name: ringName(inPart, part, polygons.length) })),
  )
}

function crossingProblems(area: Area): PolygonProblem[] {
  const rings = namedRings(area)
  // A ring that jumps over the antimeridian seems to cross everything: that is told as what it is.
  const flat = rings.map(({ ring }) => (crossesAntimeridian(ring) ? [] : ring))
  return ringCrossings(flat).flatMap(({ at, rings: [i, j], segments }) => {
    const [a, b] = [rings[i], rings[j]]
    if (!a || !b) return []
    const error = (reason: PolygonProblem['reason'], message: string): PolygonProblem[] => [
      { reason, severity: 'error', at, ring: i, message },
    ]
    if (i === j) {
      const [from, to] = segments.map((index) => index + 1).toSorted((one, two) => one - two)
      const message = `${capital(a.name)} crosses itself ${near(at)}, between its sides ${from} and ${to}: move a corner so that the sides no longer meet.`
      return error('self-crossing', message)
    }
    if (a.part !== b.part) {
      const message = `Parts ${a.part + 1} and ${b.part + 1} overlap ${near(at)}: join them into one or move them apart.`
      return error('self-crossing', message)
    }
    if (a.inPart === 0 || b.inPart === 0) {
      const hole = a.inPart === 0 ? b : a
      return error('hole-outside', `${capital(hole.name)} crosses the outline ${near(at)}: keep it inside.`)
    }
    return error('self-crossing', `${capital(a.name)} and ${b.name} overlap ${near(at)}: join them into one hole.`)
  })
}

function antimeridianProblems(area: Area): PolygonProblem[] {
  return namedRings(area).flatMap(({ ring, name }, number) => {
    if (!crossesAntimeridian(ring)) return []
    const message = `${capital(name)} crosses the antimeridian (180°): cut it there into two parts.`
    return [{ reason: 'antimeridian', severity: 'error', ring: number, message } satisfies PolygonProblem]
  })
}

function holeProblems(area: Area): PolygonProblem[] {
  const rings = namedRings(area)
  return rings.flatMap(({ ring, part, inPart, name }, number) => {
    const outer = rings.find((other) => other.part === part && other.inPart === 0)?.ring ?? []
    // Corners may lie on the outline, so one corner outside is no proof, but all of them are.
    if (inPart === 0 || ring.some((corner) => ringContains(outer, corner))) return []
    const message = `${capital(name)} lies outside the outline: remove it or move it inside.`
    const at = ring[0]
    return [{ reason: 'hole-outside', severity: 'error', ring: number, ...(at ? { at } : {}), message } as const]
  })
}

function windingProblems(area: Area): PolygonProblem[] {
  return namedRings(area).flatMap(({ ring, inPart, name }, number) => {
    const counterclockwise = signedTwiceArea(ring) > 0
    if (counterclockwise === (inPart === 0)) return []
    const wanted = inPart === 0 ? 'counterclockwise' : 'clockwise'
    const message = `${capital(name)} runs the wrong way round: GeoJSON wants it ${wanted}. Most readers do not mind.`
    return [{ reason: 'winding', severity: 'warning', ring: number, message } satisfies PolygonProblem]
  })
}

function sizeProblems(area: Area, { minAreaKm2, maxAreaKm2, billedFromKm2 }: PolygonLimits): PolygonProblem[] {
  const km2 = utmAreaKm2(area)
  const size = formatAreaKm2(km2)
  if (km2 < minAreaKm2) {
    const message = `The area is only ${size}: draw at least ${formatAreaKm2(minAreaKm2)}.`
    return [{ reason: 'too-small', severity: 'error', message }]
  }
  if (km2 > maxAreaKm2) {
    const message = `The area is ${size}, more than the ${formatAreaKm2(maxAreaKm2)} allowed: make it smaller or split it.`
    return [{ reason: 'too-large', severity: 'error', message }]
  }
  if (billedFromKm2 !== undefined && km2 < billedFromKm2) {
    const message = `The area is ${size}, but at least ${formatAreaKm2(billedFromKm2)} is billed: you can enlarge it at no cost.`
    return [{ reason: 'too-small', severity: 'warning', message }]
  }
  return []
}

function distanceProblems(area: Area, { maxPartDistanceKm }: PolygonLimits): PolygonProblem[] {
  const outlines = polygonsOf(area).map(([outer]) => outer ?? [])
  const [first = [], ...others] = groupsWithinKm(outlines, maxPartDistanceKm)
  return others.map((group) => {
    const distances = group.flatMap((i) => first.map((j) => partDistanceKm(outlines[i] ?? [], outlines[j] ?? [])))
    const nearest = Math.round(Math.min(...distances))
    const part = group[0] ?? 0
    const at = outlines[part]?.[0]
    const message = `Part ${part + 1} is ${nearest} km from the others, more than the ${maxPartDistanceKm} km allowed: make it an area of its own.`
    return { reason: 'parts-too-far', severity: 'error', ...(at ? { at } : {}), message }
  })
}

function near([lng = 0, lat = 0]: Position): string {
  return `near ${lat.toFixed(4)}, ${lng.toFixed(4)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
