import { expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { box } from './shapes.ts'

it('knows the surface of the Earth', () => {
  // 510,065,621.724 km2: the area of the WGS84 ellipsoid.
  expect(areaKm2(box(-180, -90, 180, 90))).toBeCloseTo(510065621.724, 2)
})

it("agrees with PROJ's equal-area projection", () => {
  // Corners of 13-14 E, 52-53 N in +proj=cea +ellps=WGS84, from `proj`.
  const expected = ((1558472.871106 - 1447153.380313) * (5074165.01736 - 5006281.703821)) / 1e6
  expect(areaKm2(box(13, 52, 14, 53))).toBeCloseTo(expected, 5)
})

it('takes off holes, adds up parts and does not mind direction or the antimeridian', () => {
  const outer = box(13, 52, 14, 53).coordinates[0] ?? []
  const hole = box(13.2, 52.2, 13.8, 52.8).coordinates[0] ?? []
  const whole = areaKm2(box(13, 52, 14, 53))
  const inner = areaKm2(box(13.2, 52.2, 13.8, 52.8))
  expect(areaKm2({ type: 'Polygon', coordinates: [outer, hole] })).toBeCloseTo(whole - inner, 6)
  expect(areaKm2({ type: 'Polygon', coordinates: [outer.toReversed()] })).toBeCloseTo(whole, 6)
  expect(areaKm2({ type: 'MultiPolygon', coordinates: [[outer], box(20, 52, 21, 53).coordinates] })).toBeCloseTo(
    2 * whole,
    6,
  )
  expect(areaKm2(box(179.5, 52, -179.5, 53))).toBeCloseTo(whole, 6)
})

it('integrates slanting edges: two triangles make the box', () => {
  const triangle = (third: number[]) => ({
    type: 'Polygon' as const,
    coordinates: [[[10, -40], third, [20, 40], [10, -40]]],
  })
  const sum = areaKm2(triangle([20, -40])) + areaKm2(triangle([10, 40]))
  expect(sum / areaKm2(box(10, -40, 20, 40))).toBeCloseTo(1, 10)
})

it('measures the cap that a ring around a pole holds', () => {
  const ring = [0, 60, 120, 180, -120, -60, 0].map((lng) => [lng, -80])
  const cap = areaKm2({ type: 'Polygon', coordinates: [ring] })
  expect(cap / areaKm2(box(-180, -90, 180, -80))).toBeCloseTo(1, 9)
})
