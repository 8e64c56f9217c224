import type { StoredSample } from './decode-block.ts'

/** The kinds of samples kept for the screen. Foreign 32-bit integers and doubles are shown as float32. */
export type SampleType = 'uint8' | 'uint16' | 'int16' | 'float32'
export type Samples =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>

/**
 * A north-up grid of pixels. The origin is the outer corner of the upper-left pixel; origin and pixel size are in units of
 * the projection: metres for UTM and 3857, degrees for 4326. Pixel sizes are positive.
 */
export type RasterGrid = {
  epsg: number
  originX: number
  originY: number
  pixelWidth: number
  pixelHeight: number
  width: number
  height: number
}

/** value = sample * scale + offset. Wavelengths in nm; what nobody says is left out. */
export type RasterBand = {
  name: string
  description?: string
  wavelengthNm?: number
  fwhmNm?: number
  /** Marked by the producer as not to be used, such as bands inside water vapour. Its values can still be read. */
  isBad?: true
  scale: number
  offset: number
}

export type RasterInfo = {
  grid: RasterGrid
  bands: readonly RasterBand[]
  sampleType: SampleType
  /** A raw sample that means "no data"; NaN always does. */
  nodata: number | null
  storage: RasterStorage
  /** Sentences about what was assumed, for the person looking. */
  notes: readonly string[]
}

/** How the file keeps its pixels; to be shown, not to be computed with. */
export type RasterStorage = {
  format: 'GeoTIFF' | 'BigTIFF' | 'ENVI'
  stored: StoredSample
  /** As people write it: "DEFLATE", "none". */
  compression: string
  interleave: 'band' | 'pixel' | 'line'
  isTiled: boolean
  blockWidth: number
  blockHeight: number
  /** Stored in the file; further levels are made by leaving out pixels. */
  overviews: number
  hasMask: boolean
  /** As the file calls it; may be empty. */
  crsName: string
  /** The code that the file names itself by, where it does: `grid.epsg` is the one computed with. */
  epsg?: number
  /** Of the whole file, where that is known. */
  bytes?: number
}

/** A rectangle in pixels of one level, `x`, `y` its upper-left pixel. */
export type PixelWindow = { x: number; y: number; width: number; height: number }

/** A file that can not be shown, with the reason as a sentence for the person looking. */
export class ImageryError extends Error {
  override name = 'ImageryError'
}

export function createSamples(type: SampleType, length: number): Samples {
  if (type === 'uint8') return new Uint8Array(length)
  if (type === 'uint16') return new Uint16Array(length)
  if (type === 'int16') return new Int16Array(length)
  return new Float32Array(length)
}

export function sampleBytes(type: SampleType): 1 | 2 | 4 {
  if (type === 'uint8') return 1
  return type === 'float32' ? 4 : 2
}
