import type { BlockLayout } from './decode-block.ts'
import type { SampleType, Samples } from './raster-info.ts'

/** A range of columns or rows of a level, and how to find them in one block. */
export type AxisPick = {
  /** The first one, counted in the level. */
  start: number
  count: number
  /** Stored pixels for each of the level: above 1 where the level is made by leaving out pixels. */
  ratio: number
  /** Where the block starts, counted in stored pixels. */
  blockStart: number
}

/** What becomes of stored samples on their way to the page. */
export type Conversion =
  | { to: SampleType }
  /** value = sample * scale + offset, NaN for nodata; for each sample asked for. */
  | { to: 'values'; scales: readonly number[]; offsets: readonly number[]; nodata: number | null }

/** What a tile worker can be asked. `samples` count those of a pixel within the block, from 0. */
export type TileTask =
  /** Without bytes, for a block that the file leaves out. */
  | { op: 'load'; key: string; packed: Uint8Array<ArrayBuffer> | null; layout: BlockLayout; rows: number }
  | { op: 'drop'; key: string }
  | { op: 'window'; key: string; samples: readonly number[]; columns: AxisPick; rows: AxisPick; conversion: Conversion }
  /** One pixel, counted in the block. */
  | { op: 'pixel'; key: string; samples: readonly number[]; x: number; y: number }
  /** Adds pixels to running statistics. `spans` are triples of row, first column, column after the last, in the block. */
  | {
      op: 'count'
      job: number
      key: string
      samples: readonly number[]
      /** Names of these samples in the statistics: their bands. */
      bands: readonly number[]
      spans: Int32Array<ArrayBuffer>
      nodata: number | null
    }
  /** Hands over the statistics of a job and forgets it. */
  | { op: 'finish'; job: number }

/** Of one band, over raw samples. */
export type RawStatistics = {
  band: number
  count: number
  mean: number
  /** Sum of squared differences from the mean. */
  squares: number
  min: number
  max: number
  histogram: KeyHistogram
}

/**
 * How often each key occurs. Keys of 8- and 16-bit integers are the samples themselves; others are 18 bits of the sample
 * as float32 in ascending order: sign, exponent and 9 bits of the fraction (1 part in 500).
 */
export type KeyHistogram = { isExact: boolean; firstKey: number; counts: Uint32Array<ArrayBuffer> }

export type TileAnswer = {
  load: null
  drop: null
  window: Samples[]
  pixel: Float64Array<ArrayBuffer>
  count: null
  finish: RawStatistics[]
}
