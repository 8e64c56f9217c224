import { expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { fixPolygon } from './fix-polygon.ts'
import { polygonProblems } from './polygon-problems.ts'
import type { Area } from './rings.ts'
import { box } from './shapes.ts'

const ring = [
  [13, 52],
  [14, 52],
  [14, 53],
]

it.each([
  ['closed an open ring', [[...ring]]],
  ['turned rings the right way round', [[...ring, [13, 52]].toReversed()]],
  ['removed a spike without area', [[...ring, [15, 54], [14, 53], [13, 52]]]],
  ['removed a spike without area', [[[13.5, 52], [12, 52], ...ring, [13.5, 52.5], [13, 52], [13.5, 52]]]],
  ['removed repeated points', [[[13, 52], ...ring, [13, 52]]]],
  [
    'removed heights',
    [
      [
        [13, 52, 30],
        [14, 52, 30],
        [14, 53, 30],
        [13, 52, 30],
      ],
    ],
  ],
  [
    'removed a hole without area',
    [
      [...ring, [13, 52]],
      [
        [13.5, 52.1],
        [13.5, 52.1],
      ],
    ],
  ],
  ['brought longitudes into -180 to 180', [ring.map(([lng = 0, lat = 0]) => [lng + 360, lat]).concat([[373, 52]])]],
  [
    'cut the area at the antimeridian',
    box(179, 1, 179.9, 1.5).coordinates.map((r) => r.map(([lng = 0, lat = 0]) => [lng > 179 ? -179 : lng, lat])),
  ],
])('%s', (fix, coordinates) => {
  const { area, fixes } = fixPolygon({ type: 'Polygon', coordinates })
  expect(fixes).toContain(fix)
  expect(polygonProblems(area)).toEqual([])
  expect(fixPolygon(area)).toEqual({ area, fixes: [] })
})

it('leaves good areas alone, and bad ones it can not mend', () => {
  const good = box(13, 52, 14, 53)
  expect(fixPolygon(good)).toEqual({ area: good, fixes: [] })
  const bowTie: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [13, 52],
        [14, 53],
        [14, 52],
        [13, 53.5],
        [13, 52],
      ],
    ],
  }
  expect(polygonProblems(fixPolygon(bowTie).area)).toMatchObject([{ reason: 'self-crossing' }])
})

it('takes no corner for a spike that lies on a parallel around the pole', () => {
  const parallel = [-135, -45, 45, 135, -135].map((lng) => [lng, 89.3])
  const { area, fixes } = fixPolygon({ type: 'Polygon', coordinates: [parallel] })
  expect(fixes).toEqual(['cut the area at the antimeridian'])
  expect(polygonProblems(area)).toEqual([])
  // A cap of a sphere that is curved as the ellipsoid is at the pole.
  const capKm2 = 2 * Math.PI * 6399.594 ** 2 * (1 - Math.sin((89.3 * Math.PI) / 180))
  expect(Math.abs(areaKm2(area) / capKm2 - 1)).toBeLessThan(1e-3)
})
