import type { Position } from 'geojson'
import { lngLatToPixel } from './raster-grid.ts'
import type { Cog, RasterLevel } from './raster-levels.ts'
import { blockIndex, samplesOf } from './stored-image.ts'
import type { StoredImage } from './stored-image.ts'
import { nearest } from './tile-store.ts'

/** A pixel of the full resolution, counted from the upper left. */
export type Pixel = { x: number; y: number }

/** The pixel at a place, or null outside of the raster. */
export function pixelAt(cog: Cog, place: Position): Pixel | null {
  const { grid } = cog.info
  const [x, y] = lngLatToPixel(grid, place).map(Math.floor)
  const isInside = x! >= 0 && y! >= 0 && x! < grid.width && y! < grid.height
  return isInside ? { x: x!, y: y! } : null
}

export type SpectrumOptions = {
  /** All bands when absent. */
  bands?: readonly number[]
  /** Index into `cog.levels`. A coarse one gives the mean of more ground, for much less reading. */
  level?: number
  signal?: AbortSignal
  onProgress?: (done: number, total: number) => void
}

/**
 * The values of a pixel in each band: scale and offset applied, NaN where there is no data. What was read for it stays in
 * memory, so that pixels nearby (in the same tile) cost no reading. Bad bands are included; `info.bands` marks them.
 * @throws ImageryError; RangeError outside of the raster; the signal's reason when it aborts
 */
export async function readSpectrum(
  cog: Cog,
  { x, y }: Pixel,
  { bands = cog.info.bands.map((_, band) => band), level: at = 0, signal, onProgress }: SpectrumOptions = {},
): Promise<Float64Array<ArrayBuffer>> {
  const level = cog.levels[at]
  const { grid, nodata } = cog.info
  if (!level || !(x >= 0 && y >= 0 && x < grid.width && y < grid.height)) {
    throw new RangeError(`pixel ${x}, ${y} of level ${at} is not in the raster`)
  }
  const own = {
    x: Math.min(level.width - 1, Math.floor((x * level.width) / grid.width)),
    y: Math.min(level.height - 1, Math.floor((y * level.height) / grid.height)),
  }
  const [raw, mask] = await Promise.all([
    samplesAt(cog, level, own, bands, signal, onProgress),
    level.mask && samplesAt(cog, level.mask, own, [0], signal),
  ])
  const isHidden = mask?.[0] === 0
  return raw.map((sample, i) => {
    const { scale, offset } = cog.info.bands[bands[i]!]!
    return isHidden || sample === nodata ? NaN : sample * scale + offset
  })
}

async function samplesAt(
  { reader }: Cog,
  { image, ratioX, ratioY }: Pick<RasterLevel, 'image' | 'ratioX' | 'ratioY'>,
  pixel: Pixel,
  bands: readonly number[],
  signal: AbortSignal | undefined,
  onProgress?: (done: number, total: number) => void,
): Promise<Float64Array<ArrayBuffer>> {
  const { width, height } = image.layout
  const [x, y] = [nearest(pixel.x, ratioX), nearest(pixel.y, ratioY)]
  const indices = indicesAt(image, Math.floor(x / width), Math.floor(y / height), bands)
  const found = new Float64Array(bands.length)
  let done = 0
  await reader.ask(image, indices, {
    signal,
    task: (_, key) => ({
      op: 'pixel',
      key,
      samples: image.isPlanar ? [0] : samplesOf(image, bands),
      x: x % width,
      y: y % height,
    }),
    onAnswer: (at, samples) => {
      found.set(samples, at)
      onProgress?.(++done, indices.length)
    },
  })
  return found
}

/** One block for each band, or one for all. */
function indicesAt(image: StoredImage, column: number, row: number, bands: readonly number[]): number[] {
  return image.isPlanar
    ? bands.map((band) => blockIndex(image, column, row, band))
    : [blockIndex(image, column, row, 0)]
}
