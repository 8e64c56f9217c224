import { expect, test } from 'vitest'
import { pyramidLevels, tileWindow } from './pyramid.ts'

test('levels halve, rounded up, down to 128 pixels', () => {
  const sizes = (width: number, height: number) =>
    pyramidLevels({ width, height }).map((level) => [level.width, level.height, level.tilesAcross, level.tilesDown])
  expect(sizes(1, 1)).toEqual([[1, 1, 1, 1]])
  expect(sizes(256, 256)).toEqual([[256, 256, 1, 1]])
  expect(sizes(257, 1025)).toEqual([
    [257, 1025, 2, 5],
    [129, 513, 1, 3],
    [65, 257, 1, 2],
    [33, 129, 1, 1],
    [17, 65, 1, 1],
  ])
})

test('tiles at the edges are cut', () => {
  const [level] = pyramidLevels({ width: 300, height: 170 })
  expect(level && tileWindow(level, 1, 0)).toEqual({ x: 256, y: 0, width: 44, height: 170 })
})
