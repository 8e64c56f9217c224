import { difference, feature, featureCollection, union } from '@turf/turf'
import { polygonsOf, type Area } from './rings.ts'

/** All of both, what overlaps or shares a side made one part. */
export function joinAreas(a: Area, b: Area): Area {
  return union(featureCollection([feature(a), feature(b)]))?.geometry ?? a
}

/** The area without what `hole` covers; null if nothing is left. */
export function cutOut(area: Area, hole: Area): Area | null {
  return difference(featureCollection([feature(area), feature(hole)]))?.geometry ?? null
}

/** The parts of an area that overlap or share a side made one. */
export function dissolveParts(area: Area): Area {
  return polygonsOf(area)
    .map((coordinates): Area => ({ type: 'Polygon', coordinates }))
    .reduce(joinAreas)
}
