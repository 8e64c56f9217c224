import type { RasterSource } from '#sandbox/raster/raster.ts'

/**
 * Bands that hold data, at most so many, evenly spread. Foreign products keep bands in the water vapour windows (around
 * 1400 and 1900 nm) that are empty or noise: those windows, and bands without a valid pixel in the middle, are left out.
 */
export async function usefulBands(source: RasterSource, most: number): Promise<number[]> {
  const { grid, bands, nodata } = source.info
  const candidates = bands.flatMap(({ wavelengthNm: nm }, i) => {
    const vapour = nm !== undefined && ((nm > 1340 && nm < 1460) || (nm > 1790 && nm < 1970) || nm > 2430)
    return vapour ? [] : [i]
  })
  const size = 64
  const [width, height] = [Math.min(size, grid.width), Math.min(size, grid.height)]
  const middle = { x: (grid.width - width) >> 1, y: (grid.height - height) >> 1, width, height }
  const samples = await source.read(middle, candidates)
  const valid = (band: ArrayLike<number>) =>
    Array.from(band).filter((value) => value !== nodata && !Number.isNaN(value)).length
  const counts = samples.map(valid)
  const full = Math.max(...counts)
  const useful = candidates.filter((_, i) => counts[i]! >= 0.99 * full)
  if (useful.length <= most) return useful
  return Array.from({ length: most }, (_, i) => useful[Math.round((i * (useful.length - 1)) / (most - 1))]!)
}
