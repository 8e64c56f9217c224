import { expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { areaOfPoints } from './area-of-points.ts'
import { bboxOf } from './bbox.ts'
import { box } from './shapes.ts'

it('is the hull around points, or their box where they lie on a line', () => {
  const hull = areaOfPoints([
    [13, 52],
    [14, 52],
    [14, 53],
    [13, 53],
    [13.5, 52.5],
  ])!
  expect(hull.shape).toBe('hull')
  expect(areaKm2(hull.area)).toBeCloseTo(areaKm2(box(13, 52, 14, 53)), 3)
  expect(
    areaOfPoints([
      [13, 52],
      [14, 53],
    ]),
  ).toEqual({ area: box(13, 52, 14, 53), shape: 'box' })
  expect(
    areaOfPoints([
      [13, 52],
      [13, 53],
    ]),
  ).toBeNull()
  expect(areaOfPoints([])).toBeNull()
})

it('holds points on both sides of the antimeridian together', () => {
  const { area } = areaOfPoints([
    [179, 10],
    [-179, 10],
    [-179, 11],
    [179, 11],
    // Far apart in numbers, within the hull on the ground.
    [179.9, 10.5],
    [-179.9, 10.5],
  ])!
  expect(bboxOf(area)).toEqual([179, 10, -179, 11])
  expect(areaKm2(area)).toBeCloseTo(areaKm2(box(0, 10, 2, 11)), 3)
})
