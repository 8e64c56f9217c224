import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { areaOf, isRectangle, moveHoles, partsOf } from './draw-geometry.ts'

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
  expect(areaOf(partsOf(polygon))).toEqual(polygon)
  const two = { type: 'MultiPolygon' as const, coordinates: [[box, hole], [hole.toReversed()]] }
  expect(areaOf(partsOf(two))).toEqual(two)
})

test('nothing is null, and a ring of less than three corners is nothing', () => {
  expect(areaOf(partsOf(null))).toBeNull()
  expect(partsOf({ type: 'Polygon', coordinates: [box.slice(0, 2)] })).toEqual([])
})

test('outer rings come out counterclockwise and without digits of noise', () => {
  const [corner, ...others] = box
  const clockwise = [[0.00000000123, 0], ...others.slice(0, 3), corner ?? []].toReversed()
  expect(areaOf([{ ring: clockwise, holes: [] }])).toEqual({ type: 'Polygon', coordinates: [box] })
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

test('holes move with their ring', () => {
  const moved = box.map(([lng = 0, lat = 0]) => [lng + 0.1, lat - 0.3])
  expect(moveHoles([hole], box, moved)[0]?.[0]).toEqual([0.6, -0.1])
})
