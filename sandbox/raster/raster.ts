/** The sample kinds Swath stores; every other kind is converted on ingest when that loses nothing, else refused. */
export type SampleType = 'uint8' | 'uint16' | 'int16' | 'float32'
export type Samples = Uint8Array | Uint16Array | Int16Array | Float32Array

/**
 * A north-up pixel grid. The origin is the outer corner of the upper-left pixel; `originY` is the northern edge.
 * Origin and pixel size are in units of the CRS: metres for UTM and 3857, degrees for 4326.
 */
export type Grid = {
  epsg: number
  originX: number
  originY: number
  /** width of a pixel, and its height unless `pixelSizeY` says otherwise; positive */
  pixelSize: number
  /** height of a pixel, positive; only set by foreign files whose pixels are not square */
  pixelSizeY?: number
  width: number
  height: number
}

export type Band = { name: string; wavelengthNm?: number; fwhmNm?: number; description?: string }

/** value = sample * scale + offset, for every band; `nodata` is a raw sample (NaN is allowed for float32). */
export type RasterInfo = {
  grid: Grid
  bands: Band[]
  sampleType: SampleType
  nodata: number | null
  scale: number
  offset: number
  metadata?: Record<string, string>
}

/** A rectangle in pixels, `x`, `y` its upper-left pixel. It lies inside the grid. */
export type Window = { x: number; y: number; width: number; height: number }

/** Pixels by window: one row-major array per asked band (indices from 0; all bands when left out). */
export type RasterSource = {
  info: RasterInfo
  read(window: Window, bands?: readonly number[]): Samples[] | Promise<Samples[]>
  close?(): void | Promise<void>
}

/** `length` zeroed samples of the type. */
export function createSamples(type: SampleType, length: number): Samples {
  if (type === 'uint8') return new Uint8Array(length)
  if (type === 'uint16') return new Uint16Array(length)
  if (type === 'int16') return new Int16Array(length)
  return new Float32Array(length)
}

/** Bytes of one sample. */
export function sampleBytes(type: SampleType): 1 | 2 | 4 {
  if (type === 'uint8') return 1
  return type === 'float32' ? 4 : 2
}
