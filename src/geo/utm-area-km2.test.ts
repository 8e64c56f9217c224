import { expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { box } from './shapes.ts'
import { utmAreaKm2 } from './utm-area-km2.ts'

it('is the true area times the square of the scale of the zone', () => {
  // On the central meridian the scale is 0.9996.
  const small = box(14.99, 52, 15.01, 52.02)
  expect(utmAreaKm2(small) / areaKm2(small)).toBeCloseTo(0.9996 ** 2, 6)
})

it.each([box(13, 52, 13.5, 52.4), box(-179.9, -17, -179.5, -16.6), box(179.8, 65, -179.8, 65.2), box(30, 0, 31, 1)])(
  'stays within 0.3 %% of the ellipsoid',
  (area) => {
    expect(Math.abs(utmAreaKm2(area) / areaKm2(area) - 1)).toBeLessThan(0.003)
  },
)

it('measures very wide areas on the ellipsoid, and nothing as nothing', () => {
  expect(utmAreaKm2(box(-60, 0, 60, 40))).toBe(areaKm2(box(-60, 0, 60, 40)))
  expect(utmAreaKm2({ type: 'MultiPolygon', coordinates: [] })).toBe(0)
})
