import { expect, test } from 'vitest'
import { levelForScreen } from './level-for-screen.ts'
import type { RasterInfo } from './raster-info.ts'
import type { RasterLevel } from './raster-levels.ts'

const grid = { epsg: 32633, originX: 363_715, originY: 5_810_750, pixelWidth: 5, pixelHeight: 5 }
const raster = (...sizes: number[]) => ({
  info: { grid: { ...grid, width: sizes[0]!, height: sizes[0]! } } as RasterInfo,
  levels: sizes.map((size) => ({ width: size, height: size })) as RasterLevel[],
})

// At 52.4° north a pixel of the screen is 78,272 m · cos 52.4° / 2 ** zoom of the ground.
test.each([
  ['of 5.8 m', 13, 1, 0],
  ['of 8.5 m, a little finer than the level of 10 m', 12.456, 1, 1],
  ['of 11.7 m', 12, 1, 1],
  ['of 11.7 m and twice as dense', 12, 2, 0],
  ['of 47 m, coarser than all', 10, 1, 2],
])('a screen %s takes the level that has a pixel for each of its', (_, zoom, devicePixels, level) => {
  expect(levelForScreen(raster(1000, 500, 250), zoom, devicePixels)).toBe(level)
})

test('levels with more pixels than a GPU shall hold of one band are left out', () => {
  expect(levelForScreen(raster(20_000, 10_000, 4000, 2000), 13, 1)).toBe(2)
})
