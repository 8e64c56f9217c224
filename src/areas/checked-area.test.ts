import { expect, test } from 'vitest'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import type { Area } from '#src/geo/rings.ts'
import { checkArea } from './checked-area.ts'

const polygon = (...ring: [number, number][]): Area => ({ type: 'Polygon', coordinates: [ring] })

test('an area in order is used as it is, without a word', () => {
  const area = bboxPolygon([13, 52.3, 13.3, 52.5])
  expect(checkArea(area)).toEqual({
    usable: area,
    isAoi: true,
    isMeasurable: true,
    errors: [],
    warnings: [],
    notes: [],
  })
})

test('an outline that crosses itself is not searched, and has no size', () => {
  const { usable, isMeasurable, errors } = checkArea(polygon([13, 52], [14, 53], [14, 52], [13, 53], [13, 52]))
  expect(usable).toBeNull()
  expect(isMeasurable).toBe(false)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatch(/crosses itself/)
})

test('drawn over the antimeridian it is cut there, and that is said', () => {
  const { usable, errors, notes } = checkArea(polygon([179, 10], [181, 10], [181, 11], [179, 11], [179, 10]))
  expect(errors).toEqual([])
  expect(usable?.type).toBe('MultiPolygon')
  expect(notes.join()).toMatch(/antimeridian/)
})

test('a small one is usable, with a word about what is billed', () => {
  const { usable, isAoi, warnings } = checkArea(bboxPolygon([13, 52, 13.01, 52.01]))
  expect([usable !== null, isAoi]).toEqual([true, true])
  expect(warnings.join()).toMatch(/100 km² is billed/)
})

test('between the limits of AOIs and of orders it can be ordered only', () => {
  const { usable, isAoi, warnings } = checkArea(bboxPolygon([10, 48, 13, 50]))
  expect([usable !== null, isAoi]).toEqual([true, false])
  expect(warnings.join()).toMatch(/20,000 km²/)
})

test('a huge one is refused, but measured', () => {
  const { usable, isMeasurable, errors } = checkArea(bboxPolygon([-20, 30, 40, 60]))
  expect([usable, isMeasurable]).toEqual([null, true])
  expect(errors.join()).toMatch(/200,000 km²/)
})
