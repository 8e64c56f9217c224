import type { Grid, Window } from './raster.ts'

/** Edge of a tile in pixels, at every level: 256 keeps a browser's small reads small. */
export const TILE_SIZE = 256

/** Edge of the coarsest level at most: a first look at a band is some 30 kB, shown long before the rest has come. */
const FIRST_LOOK = 128

/** Level 0 is the full resolution; each next one halves it. */
export type Level = { width: number; height: number; tilesAcross: number; tilesDown: number }

/** All levels down to one that is there at once; what fits into one tile needs none. Sizes are rounded up, as GDAL does for overviews. */
export function pyramidLevels(grid: Pick<Grid, 'width' | 'height'>): Level[] {
  const levels: Level[] = []
  let { width, height } = grid
  for (;;) {
    levels.push({
      width,
      height,
      tilesAcross: Math.ceil(width / TILE_SIZE),
      tilesDown: Math.ceil(height / TILE_SIZE),
    })
    const edge = Math.max(width, height)
    if (edge <= FIRST_LOOK || (levels.length === 1 && edge <= TILE_SIZE)) return levels
    width = Math.ceil(width / 2)
    height = Math.ceil(height / 2)
  }
}

/** The part of the level that a tile covers; tiles at the right and lower edges are cut. */
export function tileWindow(level: Level, tileX: number, tileY: number): Window {
  const x = tileX * TILE_SIZE
  const y = tileY * TILE_SIZE
  return { x, y, width: Math.min(TILE_SIZE, level.width - x), height: Math.min(TILE_SIZE, level.height - y) }
}
