import { expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { dissolve } from './dissolve.ts'
import { polygonsOf } from './rings.ts'
import { box } from './shapes.ts'
import { vertexCount } from './vertex-count.ts'

it('joins neighbours, counts overlaps once and keeps what lies apart', () => {
  const neighbours = dissolve([box(13, 52, 14, 53), box(14, 52, 15, 53)])!
  expect(neighbours.type).toBe('Polygon')
  expect(areaKm2(neighbours)).toBeCloseTo(areaKm2(box(13, 52, 15, 53)), 3)
  const overlapping = dissolve([box(13, 52, 14, 53), box(13.5, 52, 14.5, 53), box(20, 52, 21, 53)])!
  expect(polygonsOf(overlapping)).toHaveLength(2)
  expect(areaKm2(overlapping)).toBeCloseTo(areaKm2(box(13, 52, 14.5, 53)) + areaKm2(box(20, 52, 21, 53)), 3)
  const apart = dissolve([box(13, 52, 14, 53), box(20, 52, 21, 53)])!
  expect(vertexCount(apart)).toBe(8)
  expect(dissolve([])).toBeNull()
})
