import { expect, test } from 'vitest'
import { pixelToLngLat } from './raster-grid.ts'
import { insideOf, pixelCount, spansOfArea, spansOfGrid, windowOfSpans, withoutHidden } from './region-spans.ts'

const grid = { epsg: 32633, originX: 399990, originY: 5800020, pixelWidth: 10, pixelHeight: 10, width: 8, height: 6 }
const ring = (...corners: [number, number][]) => [...corners, corners[0]!].map(([x, y]) => pixelToLngLat(grid, x, y))
const drawn = (rows: readonly (readonly number[])[]) => rows.map((row) => row.join(' '))

test('pixels whose centres lie inside, holes left out', () => {
  const outer = ring([1.4, 1.4], [6.6, 1.4], [6.6, 5.4], [1.4, 5.4])
  const hole = ring([3, 2], [3, 4], [5, 4], [5, 2])
  const spans = spansOfArea({ type: 'Polygon', coordinates: [outer, hole] }, grid)
  expect(spans.top).toBe(1)
  expect(drawn(spans.rows)).toEqual(['1 7', '1 3 5 7', '1 3 5 7', '1 7'])
  expect(pixelCount(spans)).toBe(6 + 4 + 4 + 6)
  expect(windowOfSpans(spans)).toEqual({ x: 1, y: 1, width: 6, height: 4 })
  expect([...insideOf(spans, { x: 2, y: 2, width: 4, height: 1 })]).toEqual([1, 0, 0, 1])
})

test('what lies outside of the grid is cut off', () => {
  const far = ring([-5, -5], [3, -5], [3, 2], [-5, 2])
  const spans = spansOfArea({ type: 'Polygon', coordinates: [far] }, grid)
  expect(drawn(spans.rows)).toEqual(['0 3', '0 3'])
  const beside = spansOfArea({ type: 'Polygon', coordinates: [ring([20, 20], [30, 20], [30, 30])] }, grid)
  expect(pixelCount(beside)).toBe(0)
  expect(windowOfSpans(beside)).toBeNull()
})

test('two polygons of one area, side by side in a row', () => {
  const square = (x: number) => [ring([x, 0], [x + 2, 0], [x + 2, 1], [x, 1])]
  const spans = spansOfArea({ type: 'MultiPolygon', coordinates: [square(1), square(5)] }, grid)
  expect(drawn(spans.rows)).toEqual(['1 3 5 7'])
})

test('a mask takes pixels away', () => {
  const window = { x: 0, y: 0, width: 8, height: 6 }
  const mask = new Uint8Array(48).fill(1)
  mask[2] = 0
  mask[8 + 7] = 0
  const shown = withoutHidden(spansOfGrid(grid), mask, window)
  expect(drawn(shown.rows.slice(0, 3))).toEqual(['0 2 3 8', '0 7', '0 8'])
})
