/** The kinds of samples kept in memory. Foreign 32-bit integers and doubles are read as float32. */
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

/** value = sample * scale + offset. Wavelengths in nm; what a file does not say is left out. */
export type RasterBand = { name: string; wavelengthNm?: number; fwhmNm?: number; scale: number; offset: number }

export type RasterInfo = {
  grid: RasterGrid
  bands: readonly RasterBand[]
  sampleType: SampleType
  /** A raw sample that means "no data"; NaN always does. */
  nodata: number | null
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
