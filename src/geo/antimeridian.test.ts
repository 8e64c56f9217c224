import { expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { crossesAntimeridian, splitAtAntimeridian } from './antimeridian.ts'
import { polygonErrors } from './polygon-problems.ts'
import { box } from './shapes.ts'

it('sees crossings, written as a jump or as longitudes past 180', () => {
  const ring = (west: number, east: number) => box(west, 0, east, 5).coordinates[0] ?? []
  expect(crossesAntimeridian(ring(179, -179))).toBe(true)
  expect(crossesAntimeridian(ring(179, 181))).toBe(true)
  expect(crossesAntimeridian(ring(-181, -179))).toBe(true)
  expect(crossesAntimeridian(ring(170, 180))).toBe(false)
  expect(crossesAntimeridian(ring(-180, 180))).toBe(false)
  expect(crossesAntimeridian(ring(181, 183))).toBe(false)
})

it.each([
  ['a jump', box(178, -10, -178, 10)],
  ['past 180', box(178, -10, 182, 10)],
  ['past -180', box(-182, -10, -178, 10)],
])('cuts an area in two: %s', (_, area) => {
  const split = splitAtAntimeridian(area)
  expect(split.type).toBe('MultiPolygon')
  expect(split.coordinates).toHaveLength(2)
  expect(areaKm2(split) / areaKm2(box(0, -10, 4, 10))).toBeCloseTo(1, 9)
  expect(polygonErrors(split, { minAreaKm2: 0, maxAreaKm2: Infinity, maxPartDistanceKm: 1 })).toEqual([])
})

it('keeps holes in the half they belong to', () => {
  const outer = box(178, -10, 182, 10).coordinates[0] ?? []
  // Written on the far side: -179.5 is 180.5.
  const hole = (box(-179.5, -1, -179, 1).coordinates[0] ?? []).toReversed()
  const split = splitAtAntimeridian({ type: 'Polygon', coordinates: [outer, hole] })
  expect(split.coordinates.map((rings) => rings.length).toSorted()).toEqual([1, 2])
})

it('leaves other areas as they are and wraps what lies wholly beyond', () => {
  expect(splitAtAntimeridian(box(1, 2, 3, 4))).toEqual(box(1, 2, 3, 4))
  expect(splitAtAntimeridian(box(181, 2, 183, 4))).toEqual(box(-179, 2, -177, 4))
})

it('steps that do not add up to the last digit still close the ring', () => {
  const area = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [179.9, 10],
        [-179.9, 10],
        [-179.9, 10.2],
        [179.9, 10.2],
        [179.9, 10],
      ],
    ],
  }
  const split = splitAtAntimeridian(area)
  expect(split.type).toBe('MultiPolygon')
  expect(split.coordinates).toHaveLength(2)
})
