import { expect, test } from 'vitest'
import { encodeTile, type TileFeature } from './vector-tile.ts'

/** The bytes of the first feature's geometry (field 4) in a tile of one layer. */
function geometryBytes(feature: TileFeature): number[] {
  const bytes = [...encodeTile(new Map([['a', [feature]]]), 4096)]
  // Tile: tag, length; layer: version (2), name (3), then the feature's tag and length, its type (2), tag of its geometry.
  const start = 2 + 2 + 3 + 2 + 2
  expect(bytes[start]).toBe((4 << 3) | 2)
  const length = bytes[start + 1] ?? 0
  return bytes.slice(start + 2, start + 2 + length)
}

// The examples of the Mapbox Vector Tile specification 2.1, 4.3.5.
test('a point', () => {
  expect(geometryBytes({ kind: 'point', paths: [[25, 17]], properties: {} })).toEqual([9, 50, 34])
})

test('a line', () => {
  const paths = [[2, 2, 2, 10, 10, 10]]
  expect(geometryBytes({ kind: 'line', paths, properties: {} })).toEqual([9, 4, 4, 18, 0, 16, 16, 0])
})

test('a polygon', () => {
  const paths = [[3, 6, 8, 12, 20, 34]]
  expect(geometryBytes({ kind: 'polygon', paths, properties: {} })).toEqual([9, 6, 12, 18, 10, 12, 24, 44, 15])
})

test('a ring the wrong way round is turned', () => {
  const right = geometryBytes({ kind: 'polygon', paths: [[0, 0, 10, 0, 10, 10]], properties: {} })
  const wrong = geometryBytes({ kind: 'polygon', paths: [[10, 10, 10, 0, 0, 0]], properties: {} })
  expect(wrong).toEqual(right)
})

test('a layer without features is left out', () => {
  expect(encodeTile(new Map([['a', []]]), 4096)).toHaveLength(0)
})
