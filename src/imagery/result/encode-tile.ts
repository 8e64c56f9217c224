import { evaluateMany } from '#src/formula/evaluate-many.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import { applyFloatPredictor } from '#src/formats/tiff-predictors.ts'
import { valuesByBand, type StoredBand } from '../value-statistics.ts'

/** Edge of a tile in pixels. */
export const TILE_PIXELS = 256

/** Formulas over one tile, which at the right and lower edge holds less than a whole one. */
export type TileWork = {
  trees: readonly BoundFormula[]
  stored: readonly StoredBand[]
  nodata: number | null
  width: number
  height: number
}

/** The values of each formula as a tile of a GeoTIFF: float32 with predictor 3, packed with DEFLATE, NaN where there is none. */
export function encodeTile({ trees, stored, nodata, width, height }: TileWork): Promise<Uint8Array<ArrayBuffer>[]> {
  const bands = valuesByBand(stored, nodata)
  return Promise.all(
    trees.map((tree) => {
      const values = new Float32Array(width * height)
      evaluateMany(tree, bands, values)
      return deflate(applyFloatPredictor(wholeTile(values, width, height), TILE_PIXELS))
    }),
  )
}

function wholeTile(values: Float32Array<ArrayBuffer>, width: number, height: number): Float32Array<ArrayBuffer> {
  if (width === TILE_PIXELS && height === TILE_PIXELS) return values
  const tile = new Float32Array(TILE_PIXELS ** 2).fill(NaN)
  for (let y = 0; y < height; y++) tile.set(values.subarray(y * width, (y + 1) * width), y * TILE_PIXELS)
  return tile
}

/** As TIFF's compression 8 wants it: with the frame of zlib. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
