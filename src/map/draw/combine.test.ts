import { expect, test } from 'vitest'
import { areaKm2 } from '#src/geo/area-km2.ts'
import { polygonsOf } from '#src/geo/rings.ts'
import { box } from '#src/geo/shapes.ts'
import { combineShape, type DrawCombine } from './combine.ts'
import { words } from './words.ts'

const area = box(0, 0, 1, 1)
const combined = (shape: ReturnType<typeof box>, how: DrawCombine) => {
  const result = combineShape(area, shape, how)
  if ('refusal' in result) throw new Error(result.refusal)
  return result.area
}

test('replaces, also where there is nothing to combine with', () => {
  expect(combined(box(2, 2, 3, 3), 'replace')).toEqual(box(2, 2, 3, 3))
  expect(combineShape(null, box(2, 2, 3, 3), 'cut')).toEqual({ area: box(2, 2, 3, 3) })
})

test('adds beside as a part, and over the edge as one outline', () => {
  expect(polygonsOf(combined(box(2, 0, 3, 1), 'add'))).toHaveLength(2)
  expect(combined(box(0.5, 0, 2, 1), 'add').type).toBe('Polygon')
})

test('cuts a hole inside, a bite at the edge', () => {
  const holed = combined(box(0.4, 0.4, 0.6, 0.6), 'cut')
  expect(polygonsOf(holed)[0]).toHaveLength(2)
  expect(areaKm2(holed)).toBeLessThan(areaKm2(area))
  expect(polygonsOf(combined(box(0.5, 0.5, 2, 2), 'cut'))[0]).toHaveLength(1)
})

test('says so when nothing would be cut, or nothing left', () => {
  expect(combineShape(area, box(5, 5, 6, 6), 'cut')).toEqual({ refusal: words.cutsNothing })
  expect(combineShape(area, box(-1, -1, 2, 2), 'cut')).toEqual({ refusal: words.nothingLeft })
})
