import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { polygonErrors } from './polygon-problems.ts'
import { polygonsOf, type Area } from './rings.ts'
import { box } from './shapes.ts'
import { splitArea } from './split-area.ts'

const square = box(13, 52, 14, 53)
const hole: Position[] = [
  [13.4, 52.4],
  [13.4, 52.6],
  [13.6, 52.6],
  [13.6, 52.4],
  [13.4, 52.4],
]
const withHole: Area = { type: 'Polygon', coordinates: [...square.coordinates, hole] }

function expectParts(area: Area, line: Position[], count: number): Area {
  const parts = splitArea(area, line)
  if (!parts) throw new Error('not split')
  expect(polygonsOf(parts)).toHaveLength(count)
  expect(areaKm2(parts)).toBeCloseTo(areaKm2(area), 6)
  expect(polygonErrors(parts, { maxAreaKm2: Infinity })).toEqual([])
  return parts
}

test('a line through makes two, a line twice through makes three', () => {
  const line = [
    [13.3, 51],
    [13.7, 54],
  ]
  expectParts(square, line, 2)
  const bent = [
    [12, 52.2],
    [15, 52.5],
    [12, 52.8],
  ]
  expectParts(square, bent, 3)
})

test('through corners, and along a part of a side', () => {
  expectParts(
    square,
    [
      [13, 52],
      [14, 53],
    ],
    2,
  )
  expectParts(
    square,
    [
      [13, 52.2],
      [13, 52.5],
      [14.5, 52.5],
    ],
    2,
  )
})

test('a hole stays in the part it lies in, and opens where the line runs through it', () => {
  const beside = expectParts(
    withHole,
    [
      [13.2, 51],
      [13.2, 54],
    ],
    2,
  )
  expect(
    polygonsOf(beside)
      .map((rings) => rings.length)
      .toSorted(),
  ).toEqual([1, 2])
  const through = expectParts(
    withHole,
    [
      [13.5, 51],
      [13.5, 54],
    ],
    2,
  )
  expect(polygonsOf(through).map((rings) => rings.length)).toEqual([1, 1])
})

test('only the parts it runs through are split', () => {
  const two: Area = { type: 'MultiPolygon', coordinates: [square.coordinates, box(15, 52, 16, 53).coordinates] }
  expectParts(
    two,
    [
      [15.5, 51],
      [15.5, 54],
    ],
    3,
  )
})

test('a line that ends inside, or passes by, splits nothing', () => {
  expect(
    splitArea(square, [
      [12, 52.5],
      [13.5, 52.5],
    ]),
  ).toBeNull()
  expect(
    splitArea(square, [
      [12, 51],
      [12, 54],
    ]),
  ).toBeNull()
})
