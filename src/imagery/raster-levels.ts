import type { BlockReader } from './block-reader.ts'
import type { PixelWindow, RasterInfo, Samples } from './raster-info.ts'
import type { StoredImage } from './stored-image.ts'

/** One resolution of a file: the full one first, then coarser ones. All cover the same ground. */
export type RasterLevel = {
  /** In pixels of this level. */
  width: number
  height: number
  /** Where its pixels are stored. A level that the file lacks takes single pixels of a finer one. */
  image: StoredImage
  /** Stored pixels for each pixel of the level. */
  ratioX: number
  ratioY: number
  mask?: { image: StoredImage; ratioX: number; ratioY: number }
}

export type ReadOptions = {
  /** Index into `cog.levels`; 0 is the full resolution. */
  level?: number
  /** In pixels of that level; the whole level when absent. */
  window?: PixelWindow
  signal?: AbortSignal | undefined
  /** Blocks done of all blocks, for a progress bar. */
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** An open raster. Reading goes through `readWindow`, `readSpectrum`, `regionStatistics`; nothing has to be closed. */
export type Cog = {
  info: RasterInfo
  levels: readonly RasterLevel[]
  reader: BlockReader
  /** Reads samples that do not all lie in one file (see `pairRasters`); `readWindow` then asks it. */
  readSamples?: (bands: readonly number[], options: ReadOptions) => Promise<Samples[]>
}

/** A picture of this size needs no smaller one. */
const COARSEST_PIXELS = 1024

export function levelsOf(
  full: StoredImage,
  overviews: readonly StoredImage[] = [],
  masks: readonly StoredImage[] = [],
): RasterLevel[] {
  const stored = [full, ...overviews.toSorted((a, b) => b.width - a.width)]
  const levels = stored.map((image) => levelOf(image, image.width, image.height, masks))
  const coarsest = stored.at(-1)!
  let { width, height } = coarsest
  while (Math.max(width, height) > COARSEST_PIXELS) {
    width = Math.ceil(width / 2)
    height = Math.ceil(height / 2)
    levels.push(levelOf(coarsest, width, height, masks))
  }
  return levels
}

function levelOf(image: StoredImage, width: number, height: number, masks: readonly StoredImage[]): RasterLevel {
  const level = { width, height, image, ratioX: image.width / width, ratioY: image.height / height }
  // Its own mask if it has one, else that of the full resolution.
  const mask = masks.find((other) => other.width === image.width && other.height === image.height) ?? masks[0]
  return mask ? { ...level, mask: { image: mask, ratioX: mask.width / width, ratioY: mask.height / height } } : level
}

/** The finest level with at most so many pixels; the coarsest if all have more. */
export function levelWithin(cog: Cog, maxPixels: number): number {
  const found = cog.levels.findIndex(({ width, height }) => width * height <= maxPixels)
  return found < 0 ? cog.levels.length - 1 : found
}
