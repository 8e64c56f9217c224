import { expect, test } from 'vitest'
import { placeProperty, rangeOf, readPolygons } from './read-polygons.ts'

const polygon = (properties: object | null) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  },
})
const read = (...features: object[]) => readPolygons(JSON.stringify({ type: 'FeatureCollection', features }))

test('features are numbered, their properties become columns', () => {
  const polygons = read(polygon({ name: 'a', area_ha: 4 }), polygon(null), polygon({ name: 'a', area_ha: -1 }))
  expect(polygons.collection.features.map(({ properties }) => properties?.[placeProperty])).toEqual([0, 1, 2])
  expect(polygons.columns).toEqual([
    { name: 'name', label: 'Name', isNumeric: false },
    { name: 'area_ha', label: 'Area', unit: 'ha', isNumeric: true },
  ])
  expect(rangeOf(polygons, 'area_ha')).toEqual({ min: -1, max: 4 })
  expect(rangeOf(polygons, 'name')).toBeNull()
})

test('features without a place are left out; what is no collection is refused', () => {
  expect(read({ type: 'Feature', properties: {}, geometry: null }).collection.features).toEqual([])
  expect(() => readPolygons('{"type":"Polygon"}')).toThrow('no collection')
  expect(() => readPolygons('null')).toThrow('no collection')
  expect(() => readPolygons('<html>')).toThrow()
})
