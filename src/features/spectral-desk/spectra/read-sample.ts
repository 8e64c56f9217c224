import { areaKm2 } from '#src/geo/area-km2.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { pixelAreaM2 } from '#src/imagery/raster-grid.ts'
import { pixelAt, readSpectrum, type Pixel } from '#src/imagery/read-spectrum.ts'
import { regionStatistics } from '#src/imagery/region-statistics.ts'
import type { Sample } from './samples.ts'

/** What a file says of a sample, a value for each of its bands. */
export type SampleValues = {
  values: readonly number[]
  /** Standard deviation over the pixels of a region. */
  deviation?: readonly number[]
  /** How many pixels of a region were counted, each of `thinning` times `thinning` in the file. */
  pixels?: number
  thinning?: number
}

export async function readPixel(cog: Cog, pixel: Pixel, signal: AbortSignal): Promise<SampleValues> {
  return { values: Array.from(await readSpectrum(cog, pixel, { signal })) }
}

/** Null: the sample does not lie on the picture. */
export async function readSample(cog: Cog, sample: Sample, signal: AbortSignal): Promise<SampleValues | null> {
  if (sample.kind === 'region') return readRegion(cog, sample.area, signal)
  const pixel = pixelAt(cog, [...sample.place])
  return pixel && readPixel(cog, pixel, signal)
}

/** A mean does not get better by more; reading all bands of a whole scene takes minutes. */
const enoughPixels = 250_000

async function readRegion(cog: Cog, area: Area, signal: AbortSignal): Promise<SampleValues | null> {
  const { grid } = cog.info
  const expected = (areaKm2(area) * 1e6) / pixelAreaM2(grid)
  const fitting = cog.levels.findIndex(({ width }) => expected * (width / grid.width) ** 2 <= enoughPixels)
  const level = fitting < 0 ? cog.levels.length - 1 : fitting
  const { pixels, bands } = await regionStatistics(cog, area, { level, signal })
  if (pixels === 0) return null
  return {
    values: bands.map(({ mean }) => mean),
    deviation: bands.map(({ std }) => std),
    pixels,
    thinning: Math.round(grid.width / cog.levels[level]!.width),
  }
}
