import { evaluator } from '#src/formula/evaluate.ts'
import { bandsOf } from '#src/formula/to-glsl.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { pixelAt, readSpectrum, type Pixel } from '#src/imagery/read-spectrum.ts'

/** What one side shows: a raster and the formulas over it. */
export type ShownSide = { cog: Cog; trees: readonly BoundFormula[] }

/** The values of A's formulas at a pixel of A, then those of B at the pixel of B that holds its middle; NaN where there are none. */
export async function readBoth(a: ShownSide, b: ShownSide, pixel: Pixel, signal: AbortSignal): Promise<number[][]> {
  const middle = pixelToLngLat(a.cog.info.grid, pixel.x + 0.5, pixel.y + 0.5)
  return Promise.all([readSide(a, pixel, signal), readSide(b, pixelAt(b.cog, middle), signal)])
}

async function readSide({ cog, trees }: ShownSide, pixel: Pixel | null, signal: AbortSignal): Promise<number[]> {
  if (!pixel) return trees.map(() => NaN)
  const bands = [...new Set(trees.flatMap(bandsOf))]
  const read = await readSpectrum(cog, pixel, { bands, signal })
  const samples: number[] = []
  bands.forEach((band, i) => (samples[band] = read[i]!))
  return trees.map((tree) => evaluator(tree)(samples))
}
