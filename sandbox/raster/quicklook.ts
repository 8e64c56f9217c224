import type { CogReader } from './cog-reader.ts'
import type { RgbaImage } from './png.ts'
import type { Band, RasterInfo, Samples, Window } from './raster.ts'

/**
 * Reflectance shown as black and as white, and the gamma between. Fixed, not taken from the scene, so that two dates
 * compare by eye and the same scene always looks the same. Clouds are white, dark water stays apart from black.
 */
export type Stretch = { black: number; white: number; gamma: number }

const NATURAL: Stretch = { black: 0, white: 0.3, gamma: 1.6 }

/** Centres of the visible channels of common satellites: red, green, blue. */
const TRUE_COLOUR_NM = [660, 560, 480] as const

/** RGBA pixels from raw samples of three bands; transparent where any of them has no data. */
export function reflectanceToRgba(
  channels: readonly [red: Samples, green: Samples, blue: Samples],
  { scale, offset, nodata }: Pick<RasterInfo, 'scale' | 'offset' | 'nodata'>,
  { black, white, gamma }: Stretch = NATURAL,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(channels[0].length * 4)
  for (let pixel = 0; pixel < channels[0].length; pixel += 1) {
    let valid = true
    for (let channel = 0; channel < 3; channel += 1) {
      const sample = channels[channel]?.[pixel] ?? Number.NaN
      if (sample === nodata || Number.isNaN(sample)) {
        valid = false
        break
      }
      const share = Math.max(0, (sample * scale + offset - black) / (white - black))
      rgba[pixel * 4 + channel] = 255 * share ** (1 / gamma)
    }
    if (valid) rgba[pixel * 4 + 3] = 255
    else rgba.fill(0, pixel * 4, pixel * 4 + 4)
  }
  return rgba
}

/** The largest size with these proportions whose longer side is at most `longest`; never larger than the image. */
export function thumbnailSize(
  { width, height }: { width: number; height: number },
  longest: number,
): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

/** The three bands nearest to red, green and blue; the first one for all three when no wavelengths are known. */
export function trueColourBands(bands: readonly Band[]): [red: number, green: number, blue: number] {
  const [red, green, blue] = TRUE_COLOUR_NM
  return [nearestBand(bands, red), nearestBand(bands, green), nearestBand(bands, blue)]
}

function nearestBand(bands: readonly Band[], wavelengthNm: number): number {
  let nearest = 0
  let distance = Number.POSITIVE_INFINITY
  for (const [index, band] of bands.entries()) {
    const away = Math.abs((band.wavelengthNm ?? Number.POSITIVE_INFINITY) - wavelengthNm)
    if (away < distance) {
      distance = away
      nearest = index
    }
  }
  return nearest
}

/** A raster, or a window of it, in true colour and in its own grid (not reprojected), at most `longest` pixels wide or high. */
export async function quicklookImage(
  cog: CogReader,
  { longest = 1024, stretch = NATURAL, window }: { longest?: number; stretch?: Stretch; window?: Window } = {},
): Promise<RgbaImage> {
  const { grid, bands } = cog.info
  const shown = window ?? { x: 0, y: 0, width: grid.width, height: grid.height }
  const size = thumbnailSize(shown, longest)
  const [red, green, blue] = await cog.readDecimated(shown, size, trueColourBands(bands))
  if (!red || !green || !blue) throw new Error('a quicklook needs three bands')
  return { ...size, rgba: reflectanceToRgba([red, green, blue], cog.info, stretch) }
}
