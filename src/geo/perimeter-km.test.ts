import { expect, it } from 'vitest'
import { perimeterKm } from './perimeter-km.ts'
import { box } from './shapes.ts'
import { vertexCount } from './vertex-count.ts'

it('agrees with geodesics on short edges, and knows the equator', () => {
  // geod +ellps=WGS84: 151 E from 33 S to 32.9 S is 11090.357 m; the parallels are a cos(lat) / sqrt(1 - e2 sin2(lat)).
  const strip = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [151, -33],
        [151, -32.9],
        [151, -33],
      ],
    ],
  }
  expect(perimeterKm(strip) / 2).toBeCloseTo(11.090356796, 6)
  // 52 N 13 E to 52.3 N 13.2 E: 36.079065 km.
  const slanted = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [13, 52],
        [13.2, 52.3],
        [13, 52],
      ],
    ],
  }
  expect(perimeterKm(slanted) / 2).toBeCloseTo(36.079065, 3)
  expect(perimeterKm(box(-180, 0, 180, 0)) / 2).toBeCloseTo(2 * Math.PI * 6378.137, 6)
})

it('counts corners once', () => {
  expect(vertexCount(box(0, 0, 1, 1))).toBe(4)
  expect(
    vertexCount({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      ],
    }),
  ).toBe(3)
})
