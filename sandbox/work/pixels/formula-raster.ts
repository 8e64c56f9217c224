import { bind } from '#src/formula/bind.ts'
import { evaluateMany } from '#src/formula/evaluate-many.ts'
import { parseComposite, parseFormula } from '#src/formula/parse.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { BandTable } from '#src/formula/bands.ts'
import { withCog } from '#sandbox/raster/cog-reader.ts'
import type { CogReader } from '#sandbox/raster/cog-reader.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import type { RasterInfo, RasterSource } from '#sandbox/raster/raster.ts'
import type { PixelTask, PixelTaskResult } from '#sandbox/work/pixel-tasks.ts'
import { pixelAreaSqM } from './pixel-area.ts'

type Task = Extract<PixelTask, { kind: 'formula-raster' }>

/**
 * The formula's value at every pixel, on reflectance (scale and offset applied), NaN where the source has no data or the
 * formula no value.
 */
export const writeFormulaRaster = (
  task: Task,
  onProgress: (fraction: number) => void,
): Promise<PixelTaskResult<Task>> => withCog(task.source, (cog) => writeValues(cog, task, onProgress))

async function writeValues(
  cog: CogReader,
  { expression, composite, out }: Task,
  onProgress: (fraction: number) => void,
): Promise<PixelTaskResult<Task>> {
  const trees = boundTrees(expression, composite, cog.info.bands)
  const bandsUsed = [...new Set(trees.flatMap(({ bandsUsed: used }) => used))]
  const { grid, scale, offset, nodata } = cog.info
  const decoding = nodata === null ? { scale, offset } : { scale, offset, nodata }
  const info: RasterInfo = {
    grid,
    bands: trees.map((_, i) => ({ name: composite ? ['red', 'green', 'blue'][i]! : 'value', description: expression })),
    sampleType: 'float32',
    nodata: NaN,
    scale: 1,
    offset: 0,
  }
  const seen = { validPixels: 0, min: Infinity, max: -Infinity }
  const values: RasterSource = {
    info,
    async read(window) {
      const samples = await cog.read(window, bandsUsed)
      const byIndex: (ArrayLike<number> | undefined)[] = []
      for (const [i, band] of bandsUsed.entries()) byIndex[band] = samples[i]
      const outputs = trees.map(({ tree }) => {
        const output = new Float32Array(window.width * window.height)
        evaluateMany(tree, byIndex, output, decoding)
        return output
      })
      for (const value of outputs[0]!) {
        if (Number.isNaN(value)) continue
        seen.validPixels++
        if (value < seen.min) seen.min = value
        if (value > seen.max) seen.max = value
      }
      return outputs
    },
  }
  await writeCog(out, values, { onProgress })
  return { ...seen, pixelAreaSqM: pixelAreaSqM(grid) }
}

function boundTrees(
  expression: string,
  composite: boolean,
  bands: BandTable,
): { tree: BoundFormula; bandsUsed: number[] }[] {
  const parsed = composite ? parseComposite(expression) : parseFormula(expression)
  if (!parsed.ok) throw new Error(`the expression can not be read: ${parsed.errors[0]!.message}`)
  const trees = 'trees' in parsed ? parsed.trees : [parsed.tree]
  return trees.map((tree) => {
    const bound = bind(tree, bands)
    if (!bound.ok) throw new Error(`the expression does not fit the bands: ${bound.errors[0]!.message}`)
    return bound
  })
}
