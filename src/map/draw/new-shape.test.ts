import type { Position } from 'geojson'
import type { GeoJSONStoreFeatures } from 'terra-draw'
import { expect, test } from 'vitest'
import { polygonsOf } from '#src/geo/rings.ts'
import { box } from '#src/geo/shapes.ts'
import { withNewShape, withShapeUnderHand } from './new-shape.ts'
import { words } from './words.ts'

const area = box(0, 0, 2, 2)
const drawn = (geometry: GeoJSONStoreFeatures['geometry']): GeoJSONStoreFeatures => ({
  type: 'Feature',
  properties: {},
  geometry,
})
const ring = (...corners: Position[]) => drawn({ type: 'Polygon', coordinates: [corners] })
const line = (...places: Position[]) => drawn({ type: 'LineString', coordinates: places })

test('a line right through makes two parts; one that ends inside is refused, and so is one without an area', () => {
  const split = withNewShape(area, line([1, -1], [1, 3]), 'replace')
  expect('area' in split && polygonsOf(split.area)).toHaveLength(2)
  expect(split).toMatchObject({ says: words.splitInto(2) })
  expect(withNewShape(area, line([1, -1], [1, 1]), 'replace')).toEqual({ refusal: words.notSplit })
  expect(withNewShape(null, line([1, -1], [1, 3]), 'replace')).toEqual({ refusal: words.notSplit })
})

test('a shape is taken without digits of noise', () => {
  const taken = withNewShape(null, ring([0.123456789, 0], [1, 0], [1, 1], [0.123456789, 0]), 'replace')
  expect('area' in taken && polygonsOf(taken.area)[0]?.[0]?.[0]).toEqual([0.1234568, 0])
  expect(taken).toMatchObject({ says: words.shapeDrawn })
})

test('under the hand: a shape of two corners is none yet, one of three is seen as it will be taken', () => {
  const two = ring([0.5, 0.5], [1, 0.5], [0.5, 0.5])
  expect(withShapeUnderHand(area, two, 'replace')).toBeNull()
  expect(withShapeUnderHand(area, two, 'cut')).toBe(area)
  const three = ring([0.5, 0.5], [1, 0.5], [1, 1], [0.5, 0.5])
  expect(withShapeUnderHand(area, three, 'replace')).toEqual(three.geometry)
  expect(polygonsOf(withShapeUnderHand(area, three, 'cut') ?? area)[0]).toHaveLength(2)
  const stillThere = ring([0.5, 0.5], [1, 0.5], [1, 1], [1, 1.00000001], [0.5, 0.5])
  expect(withShapeUnderHand(area, stillThere, 'replace')).toEqual(three.geometry)
  const beside = ring([5, 5], [6, 5], [6, 6], [5, 5])
  expect(withShapeUnderHand(area, beside, 'cut')).toBe(area)
  // Of a line that will cut nothing is seen.
  expect(withShapeUnderHand(area, undefined, 'replace')).toBe(area)
})
