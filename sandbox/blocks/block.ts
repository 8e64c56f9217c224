import type { FeatureCollection } from 'geojson'
import type { RasterSource } from '#sandbox/raster/raster.ts'

/** A raster that a block reads: one picture, or with `leastDates` all pictures of the area between the two dates. */
export type RasterParameter = {
  kind: 'raster'
  name: string
  description: string
  leastDates?: number
  /** Formulas whose bands the picture must have, on reflectance; empty when any raster will do. */
  formulas: readonly string[]
}
type VectorParameter = { kind: 'vector'; name: string; description: string }
/** A day, YYYY-MM-DD. Left out, the series is open at that end. */
export type DateParameter = { kind: 'date'; name: string; description: string; end: 'first' | 'last' }
export type NumberParameter = {
  kind: 'number'
  name: string
  description: string
  min: number
  max: number
  default: number
  integer?: true
  unit?: string
}
type ChoiceParameter = {
  kind: 'choice'
  name: string
  description: string
  options: readonly string[]
  default: string
}
/** A formula over reflectance, in the language of src/formula. */
type FormulaParameter = { kind: 'formula'; name: string; description: string; default: string }
export type Parameter =
  | RasterParameter
  | VectorParameter
  | DateParameter
  | NumberParameter
  | ChoiceParameter
  | FormulaParameter

export type OutputKind = 'raster' | 'vector' | 'table'
export type OutputParameter = { kind: OutputKind; name: string; description: string }

/** One picture of a raster input. `date` is unknown for what an earlier block computed. */
export type Picture = { source: RasterSource; date: string | null }

/** What a running block is given. All inputs are checked and defaults filled in. */
type BlockContext = {
  /** by name of the input, oldest first */
  pictures: Record<string, Picture[]>
  vectors: Record<string, FeatureCollection>
  number(name: string): number
  text(name: string): string
  /** absolute path of an output file */
  out(fileName: string): string
  /** 0..1 */
  progress(fraction: number): void
  log(message: string): void
}

export type BlockOutput = {
  name: string
  kind: OutputKind
  /** name of the file in the folder of the run */
  file: string
  /** what a person wants to see without opening the file: classes with areas, statistics */
  properties: Record<string, unknown>
}

/** An algorithm over pixels with what it takes and gives. `compute` runs in a worker thread. */
export type Block = {
  name: string
  version: string
  title: string
  description: string
  /** paper or standard of the method */
  reference: string
  releasedAt: string
  modes: readonly ('insight' | 'workflow')[]
  inputs: readonly Parameter[]
  outputs: readonly OutputParameter[]
  /** tokens for one square kilometre of one picture */
  price: number
  /** seconds for a million pixels of one picture, measured on one core; for a dozen bands when every band is read */
  secondsPerMegapixel: number
  everyBand?: true
  notes: readonly string[]
  compute(context: BlockContext): Promise<BlockOutput[]>
}
