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
    measuredShapes(kind, triangle.slice(0, count))
      .features.filter(({ properties }) => !properties?.text)
      .map(({ geometry }) => geometry.type)
  expect(types('distance', 1)).toEqual(['Point'])
  expect(types('distance', 3)).toEqual(['LineString', 'Point', 'Point', 'Point'])
  expect(types('area', 3)).toEqual(['Polygon', 'Point', 'Point', 'Point'])
})

test('writes the length of a leg at its middle, the length of the way at its end, the size within the figure', () => {
  const figures = (kind: 'distance' | 'area', count: number) =>
    measuredShapes(kind, triangle.slice(0, count)).features.flatMap(({ geometry, properties }) =>
      properties?.text && geometry.type === 'Point' ? [[properties.text, geometry.coordinates] as const] : [],
    )
  expect(figures('distance', 1)).toEqual([])
  expect(figures('distance', 2)).toEqual([['6.87 km', [expect.closeTo(13.05, 6), expect.closeTo(52, 4)]]])
  const way = figures('distance', 3)
  expect(way.map(([text]) => text)).toEqual(['6.87 km', '11.1 km', '18 km'])
  expect(way[2]?.[1]).toEqual([13.1, 52.1])
  const [size, ...others] = figures('area', 3).toReversed()
  expect(others).toHaveLength(3)
  expect(size?.[0]).toBe('38.2 km²')
  const [lng = 0, lat = 0] = size?.[1] ?? []
  expect(lng).toBeLessThan(13.1)
  expect(lat).toBeGreaterThan(52)
  expect(lat - 52).toBeLessThan(lng - 13)
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
