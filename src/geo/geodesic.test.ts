import { expect, test } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { geodesicKm, geodesicPath, geodesicPolygon } from './geodesic.ts'
import { box } from './shapes.ts'

test('agrees with published distances', () => {
  // The worked example of GeographicLib: Wellington to Salamanca.
  expect(geodesicKm([174.81, -41.32], [-5.5, 40.96])).toBeCloseTo(19959.67926735382, 6)
  // A degree along the equator, and along the meridian from it (WGS84).
  expect(geodesicKm([0, 0], [1, 0])).toBeCloseTo(111.319490793, 6)
  expect(geodesicKm([0, 0], [0, 1])).toBeCloseTo(110.574388558, 6)
  expect(geodesicKm([179.5, 0], [-179.5, 0])).toBeCloseTo(111.319490793, 6)
})

test('measures a small figure as the areas are measured, whichever way it runs', () => {
  const square = box(13, 52, 13.1, 52.1)
  const ring = square.coordinates[0]!
  const { areaKm2: km2, perimeterKm } = geodesicPolygon(ring.slice(0, -1))
  expect(km2 / areaKm2(square)).toBeCloseTo(1, 4)
  expect(geodesicPolygon(ring.toReversed()).areaKm2).toBeCloseTo(km2, 6)
  expect(perimeterKm).toBeCloseTo(35.96, 1)
})

test('a long way bends towards the pole, and runs on over the antimeridian', () => {
  const path = geodesicPath([-5, 50], [-125, 50])
  expect(Math.max(...path.map(([, lat = 0]) => lat))).toBeGreaterThan(65)
  const over = geodesicPath([170, 0], [-170, 0])
  expect(over.at(-1)![0]).toBeCloseTo(190, 6)
  expect(geodesicPath([13, 52], [13, 52])).toHaveLength(2)
})
