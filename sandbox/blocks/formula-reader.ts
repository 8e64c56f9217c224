import { bind } from '#src/formula/bind.ts'
import type { BandTable } from '#src/formula/bands.ts'
import { evaluateMany } from '#src/formula/evaluate-many.ts'
import { parseFormula } from '#src/formula/parse.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Grid, RasterSource, Window } from '#sandbox/raster/raster.ts'

/** Values by window, one row-major array for each layer; NaN where there is none. */
export type Layers = { grid: Grid; count: number; read(window: Window): Promise<Float32Array[]> }

/** Why these bands can not serve a formula, in a sentence; null when they can. */
export function formulaProblem(formula: string, bands: BandTable): string | null {
  const parsed = parseFormula(formula)
  if (!parsed.ok) return `${parsed.errors[0]!.message}.`
  const bound = bind(parsed.tree, bands)
  return bound.ok ? null : `${bound.errors[0]!.message}.`
}

/** The formulas on the reflectance of a raster. Throws when a band is missing; `formulaProblem` tells before. */
export function formulaLayers(source: RasterSource, formulas: readonly string[]): Layers {
  const trees = formulas.map((formula): { tree: BoundFormula; bandsUsed: number[] } => {
    const problem = formulaProblem(formula, source.info.bands)
    const parsed = parseFormula(formula)
    const bound = parsed.ok ? bind(parsed.tree, source.info.bands) : null
    if (!bound?.ok) throw new Error(problem ?? `the formula ${formula} can not be used`)
    return bound
  })
  const used = [...new Set(trees.flatMap(({ bandsUsed }) => bandsUsed))]
  const { scale, offset, nodata, grid } = source.info
  const decoding = nodata === null ? { scale, offset } : { scale, offset, nodata }
  return {
    grid,
    count: formulas.length,
    async read(window) {
      const samples = await source.read(window, used)
      const byIndex: (ArrayLike<number> | undefined)[] = []
      for (const [i, band] of used.entries()) byIndex[band] = samples[i]
      return trees.map(({ tree }) => {
        const output = new Float32Array(window.width * window.height)
        evaluateMany(tree, byIndex, output, decoding)
        return output
      })
    },
  }
}

/** Some bands of a raster as they are, scale and offset applied. */
export function bandLayers(source: RasterSource, bands: readonly number[]): Layers {
  const { scale, offset, nodata, grid } = source.info
  return {
    grid,
    count: bands.length,
    async read(window) {
      const samples = await source.read(window, bands)
      // A loop, because `Float32Array.from` with a function takes several times as long.
      return samples.map((band) => {
        const values = new Float32Array(band.length)
        for (let i = 0; i < band.length; i++) values[i] = band[i] === nodata ? NaN : band[i]! * scale + offset
        return values
      })
    },
  }
}

const stripRows = 256

/** The whole raster in strips, for passes that need no tiles. */
export async function eachStrip(
  layers: Layers,
  visit: (values: Float32Array[], window: Window) => void,
  progress?: (fraction: number) => void,
): Promise<void> {
  const { width, height } = layers.grid
  for (let y = 0; y < height; y += stripRows) {
    const window = { x: 0, y, width, height: Math.min(stripRows, height - y) }
    visit(await layers.read(window), window)
    progress?.(Math.min(1, (y + stripRows) / height))
  }
}
