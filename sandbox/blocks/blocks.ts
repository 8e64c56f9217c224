import type { BandTable } from '#src/formula/bands.ts'
import type { Block, RasterParameter } from './block.ts'
import { changeDetection } from './change-detection.ts'
import { cropStress } from './crop-stress.ts'
import { formulaProblem } from './formula-reader.ts'
import { gapFilledNdvi } from './gap-filled-ndvi.ts'
import { imageClustering } from './image-clustering.ts'
import { landCover } from './land-cover.ts'
import { principalComponents } from './principal-components.ts'
import { segmentation } from './segmentation.ts'
import { spectralIndex } from './spectral-index.ts'
import { waterQuality } from './water-quality.ts'
import { zonalStatistics } from './zonal-statistics.ts'

/** Every block of the sandbox, in the order in which they are listed. */
export const blocks: readonly Block[] = [
  landCover,
  waterQuality,
  cropStress,
  changeDetection,
  gapFilledNdvi,
  imageClustering,
  principalComponents,
  segmentation,
  spectralIndex,
  zonalStatistics,
]

export function findBlock(name: string, version: string): Block | undefined {
  return blocks.find((block) => block.name === name && block.version === version)
}

export const rasterInputs = (block: Block) =>
  block.inputs.filter((input): input is RasterParameter => input.kind === 'raster')

/** Why pictures with these bands can not be given to the block; null when they can. */
export function bandProblem({ formulas }: RasterParameter, bands: BandTable): string | null {
  for (const formula of formulas) {
    const problem = formulaProblem(formula, bands)
    if (problem) return problem
  }
  return null
}

/** Tokens for one run: whole ones, at least one. */
export function runCost(block: Block, areaKm2: number, pictures: number): number {
  return Math.max(1, Math.ceil(block.price * areaKm2 * Math.max(1, pictures)))
}

/** What the time of a run depends on. */
export type RunSize = { areaKm2: number; gsdM: number; bands: number; pictures: number }

/** Seconds for one run, with what starting and writing take. */
export function runSeconds(
  { secondsPerMegapixel, everyBand }: Block,
  { areaKm2, gsdM, bands, pictures }: RunSize,
): number {
  const megapixels = areaKm2 / gsdM ** 2
  const perPicture = secondsPerMegapixel * megapixels * (everyBand ? Math.max(1, bands / 12) : 1)
  return Math.ceil(2 + perPicture * Math.max(1, pictures))
}
