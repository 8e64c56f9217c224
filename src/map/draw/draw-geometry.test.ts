import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { areaOf, isRectangle, ringsOf, shiftBetween, shifted } from './draw-geometry.ts'

const box = [
  [0, 0],
  [2, 0],
  [2, 1],
  [0, 1],
  [0, 0],
]
const hole = [
  [0.5, 0.2],
  [0.5, 0.4],
  [0.7, 0.4],
  [0.5, 0.2],
]

test('an area taken apart and put together again is the same, holes included', () => {
  const polygon: Polygon = { type: 'Polygon', coordinates: [box, hole] }
  expect(areaOf(ringsOf(polygon))).toEqual(polygon)
  const two = { type: 'MultiPolygon' as const, coordinates: [[box, hole], [hole.toReversed()]] }
  expect(areaOf(ringsOf(two))).toEqual(two)
  expect(areaOf(ringsOf(two).toReversed())).toEqual(two)
})

test('nothing is null, and a ring of less than three corners is nothing', () => {
  expect(areaOf(ringsOf(null))).toBeNull()
  expect(ringsOf({ type: 'Polygon', coordinates: [box.slice(0, 2)] })).toEqual([])
})

test('a hole whose outline is gone is gone, too', () => {
  expect(areaOf([{ part: 0, ring: 1, corners: hole }])).toBeNull()
})

test('outlines come out counterclockwise, holes clockwise, and without digits of noise', () => {
  const [corner, ...others] = box
  const clockwise = [[0.00000000123, 0], ...others.slice(0, 3), corner ?? []].toReversed()
  const rings = [
    { part: 0, ring: 0, corners: clockwise },
    { part: 0, ring: 1, corners: hole.toReversed() },
  ]
  expect(areaOf(rings)).toEqual({ type: 'Polygon', coordinates: [box, hole] })
})

test('knows a box along the meridians', () => {
  expect(isRectangle(box)).toBe(true)
  expect(
    isRectangle([
      [0, 0],
      [2, 0.1],
      [2, 1],
      [0, 1],
      [0, 0],
    ]),
  ).toBe(false)
  expect(
    isRectangle([
      [0, 0],
      [1, -1],
      [2, 0],
      [1, 1],
      [0, 0],
    ]),
  ).toBe(false)
})

test('a ring moved as a whole is told from one whose corner was pulled', () => {
  const moved = box.map(([lng = 0, lat = 0]) => [lng + 0.1, lat - 0.3])
  const shift = shiftBetween(box, moved)
  expect(shift?.[0]).toBeCloseTo(0.1, 9)
  expect(shift && shifted(hole, shift)[0]).toEqual([0.6, -0.1])
  expect(shiftBetween(box, box)).toBeNull()
  expect(shiftBetween(box, box.with(1, [2.1, -0.3]))).toBeNull()
  expect(shiftBetween(box, box.slice(1))).toBeNull()
})
