import { expect, test } from 'vitest'
import { measuredInWords, measuredShapes } from './measured.ts'

const triangle = [
  [13, 52],
  [13.1, 52],
  [13.1, 52.1],
]

test('says the way, its legs, and of a figure its size', () => {
  expect(measuredInWords('distance', triangle.slice(0, 1))).toBe('')
  expect(measuredInWords('distance', triangle.slice(0, 2))).toBe('6.87 km')
  expect(measuredInWords('distance', triangle)).toBe('18 km · 2 legs')
  expect(measuredInWords('area', triangle.slice(0, 2))).toBe('6.87 km')
  expect(measuredInWords('area', triangle)).toBe('38.2 km² · 31.1 km around')
})

test('draws places and ways; a figure of three places is closed', () => {
  const types = (kind: 'distance' | 'area', count: number) =>
    measuredShapes(kind, triangle.slice(0, count)).features.map(({ geometry }) => geometry.type)
  expect(types('distance', 1)).toEqual(['Point'])
  expect(types('distance', 3)).toEqual(['LineString', 'Point', 'Point', 'Point'])
  expect(types('area', 3)).toEqual(['Polygon', 'Point', 'Point', 'Point'])
})

test('goes on over the antimeridian without a jump', () => {
  const [way] = measuredShapes('distance', [
    [170, 0],
    [-170, 0],
    [-160, 0],
  ]).features
  const lngs = way?.geometry.type === 'LineString' ? way.geometry.coordinates.map(([lng = 0]) => lng) : []
  expect(lngs.at(-1)).toBeCloseTo(200, 6)
  expect(Math.max(...lngs.slice(1).map((lng, i) => Math.abs(lng - lngs[i]!)))).toBeLessThan(1)
})
