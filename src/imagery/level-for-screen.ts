import { pixelToLngLat, pixelWidthM } from './raster-grid.ts'
import type { Cog } from './raster-levels.ts'

/** One band of a level may hold as many pixels as this; larger levels are left to a desktop program. */
const MAX_LEVEL_PIXELS = 4096 * 4096
const WORLD_M_AT_ZOOM_0 = 40_075_016.686 / 512
/** A pixel of the picture may cover so many of the screen before a finer level is worth its reading. */
const COARSER_BY = 1.2

/** The coarsest level that still has a pixel for each pixel of the screen. */
export function levelForScreen(
  { info: { grid }, levels }: Pick<Cog, 'info' | 'levels'>,
  zoom: number,
  devicePixels = globalThis.devicePixelRatio || 1,
): number {
  const [, middleLat] = pixelToLngLat(grid, grid.width / 2, grid.height / 2)
  const screenPixelM = (WORLD_M_AT_ZOOM_0 * Math.cos((middleLat * Math.PI) / 180)) / 2 ** zoom / devicePixels
  const finest = Math.max(
    0,
    levels.findIndex(({ width, height }) => width * height <= MAX_LEVEL_PIXELS),
  )
  const acrossM = pixelWidthM(grid) * grid.width
  let best = finest
  levels.forEach(({ width }, level) => {
    if (level >= finest && acrossM / width <= screenPixelM * COARSER_BY) best = level
  })
  return best
}
