import { feature, featureCollection, intersect, polygon, union } from '@turf/turf'
import type { Position } from 'geojson'
import { splitAtAntimeridian } from './antimeridian.ts'
import { areaKm2 } from './area-km2.ts'
import { bboxesOverlap, bboxOf } from './bbox.ts'
import { containsPoint } from './contains-point.ts'
import { polygonsOf, type Area } from './rings.ts'
import { samplePoints } from './sample-points.ts'

/** How much of an area one footprint covers, in percent from 0 to 100. Never throws, whatever the shapes. */
export function coveragePercent(area: Area, footprint: Area): number {
  return unionCoveragePercent(area, [footprint])
}

/** How much of an area several footprints cover together, in percent, overlaps counted once. */
export function unionCoveragePercent(area: Area, footprints: readonly Area[]): number {
  const box = bboxOf(area)
  if (!box) return 0
  const near = footprints.filter((footprint) => {
    const other = bboxOf(footprint)
    return other !== undefined && bboxesOverlap(box, other)
  })
  if (near.length === 0) return 0
  const target = splitAtAntimeridian(area)
  const covers = near.map(splitAtAntimeridian)
  try {
    return exactPercent(target, covers)
  } catch {
    // The clipper gives up on some self-crossing outlines: count points instead, good to a percent or two.
    return sampledPercent(target, covers)
  }
}

function exactPercent(target: Area, covers: Area[]): number {
  const total = areaKm2(target)
  if (!(total > 0)) return 0
  // Part by part: joined over the parts around a pole, edges would come out so long that the short way is another.
  const covered = polygonsOf(target).reduce((sum, rings) => sum + coveredKm2(rings, covers), 0)
  return Math.min(100, (100 * covered) / total)
}

function coveredKm2(rings: Position[][], covers: Area[]): number {
  const part = polygon(rings)
  const pieces = covers.flatMap((cover) => intersect(featureCollection([part, feature(cover)])) ?? [])
  const [only] = pieces
  if (!only) return 0
  const joined = pieces.length === 1 ? only : union(featureCollection(pieces))
  return joined ? areaKm2(joined.geometry) : 0
}

function sampledPercent(target: Area, covers: Area[]): number {
  const points = samplePoints(target, 4000)
  if (points.length === 0) return 0
  const covered = points.filter((point) => covers.some((cover) => containsPoint(cover, point))).length
  return (100 * covered) / points.length
}
