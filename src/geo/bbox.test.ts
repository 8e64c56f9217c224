import { expect, it } from 'vitest'
import { bboxCenter, bboxesOverlap, bboxOf, bboxWidth } from './bbox.ts'
import { bboxPolygon } from './bbox-polygon.ts'
import { box } from './shapes.ts'

it('bounds plain geometry of every kind', () => {
  expect(bboxOf(box(13, 52, 14, 53))).toEqual([13, 52, 14, 53])
  expect(bboxOf({ type: 'Point', coordinates: [1, 2] })).toEqual([1, 2, 1, 2])
  expect(
    bboxOf({
      type: 'LineString',
      coordinates: [
        [5, 1],
        [-3, 9],
      ],
    }),
  ).toEqual([-3, 1, 5, 9])
  const parts = { type: 'GeometryCollection' as const, geometries: [box(0, 0, 1, 1), box(3, -1, 4, 0)] }
  expect(bboxOf(parts)).toEqual([0, -1, 4, 1])
  expect(bboxOf({ type: 'MultiPolygon', coordinates: [] })).toBeUndefined()
})

it('gives areas across the antimeridian a narrow box, however they are written', () => {
  const split = {
    type: 'MultiPolygon' as const,
    coordinates: [box(170, 0, 180, 5).coordinates, box(-180, 1, -170, 6).coordinates],
  }
  expect(bboxOf(split)).toEqual([170, 0, -170, 6])
  expect(bboxOf(box(179, 0, -179, 5))).toEqual([179, 0, -179, 5])
  expect(bboxOf(box(179, 0, 181, 5))).toEqual([179, 0, -179, 5])
  expect(bboxOf(box(181, 0, 183, 5))).toEqual([-179, 0, -177, 5])
  expect(bboxOf(box(-180, -90, 180, 90))).toEqual([-180, -90, 180, 90])
})

it('has a centre and a width across the antimeridian', () => {
  expect(bboxCenter([179, 0, -177, 4])).toEqual([-179, 2])
  expect(bboxWidth([179, 0, -177, 4])).toBe(4)
  expect(bboxCenter([0, 0, 10, 4])).toEqual([5, 2])
})

it('tells overlap', () => {
  expect(bboxesOverlap([0, 0, 2, 2], [1, 1, 3, 3])).toBe(true)
  expect(bboxesOverlap([0, 0, 2, 2], [3, 0, 4, 2])).toBe(false)
  expect(bboxesOverlap([170, 0, -170, 2], [-175, 1, -160, 3])).toBe(true)
  expect(bboxesOverlap([170, 0, -170, 2], [0, 1, 10, 3])).toBe(false)
})

it('turns boxes into areas and back', () => {
  for (const bbox of [
    [1, 2, 3, 4],
    [170, -5, -170, 5],
  ] as const) {
    expect(bboxOf(bboxPolygon([...bbox]))).toEqual(bbox)
  }
})

it('reaches up to the pole that a ring goes round', () => {
  const ring = [0, 60, 120, 180, -120, -60, 0].map((lng, i) => [lng, 80 + (i % 6)])
  expect(bboxOf({ type: 'Polygon', coordinates: [ring] })).toEqual([-180, 80, 180, 90])
})
