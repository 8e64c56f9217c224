import { forward, inverse } from '#src/geo/projection.ts'
import { withCog } from '#sandbox/raster/cog-reader.ts'
import type { Grid } from '#sandbox/raster/raster.ts'

type Mosaic = { width: number; height: number; bands: Float32Array[] }

/**
 * Rasters of floating point as one picture of at most `maxPixels` a side, on the pixels of the first one made coarser. Where
 * several have a value the first given counts; NaN where none has.
 */
export async function readMosaic(sources: readonly string[], maxPixels: number): Promise<Mosaic> {
  const infos = await Promise.all(sources.map((source) => withCog(source, ({ info }) => info)))
  const { grid: first, bands: told } = infos[0]!
  const boxes = infos.map(({ grid }) => boxOf(grid, first.epsg))
  const west = Math.min(...boxes.map((box) => box.west))
  const north = Math.max(...boxes.map((box) => box.north))
  const across = Math.max(...boxes.map((box) => box.east)) - west
  const down = north - Math.min(...boxes.map((box) => box.south))
  const step = Math.max(first.pixelSize, across / maxPixels, down / maxPixels)
  const [width, height] = [across, down].map((length) => Math.max(1, Math.round(length / step))) as [number, number]
  const bands = told.map(() => new Float32Array(width * height).fill(NaN))
  for (const source of sources) {
    await withCog(source, async ({ info: { grid }, readDecimated }) => {
      const shrink = Math.max(1, step / grid.pixelSize)
      const size = {
        width: Math.max(1, Math.round(grid.width / shrink)),
        height: Math.max(1, Math.round(grid.height / shrink)),
      }
      const read = await readDecimated({ x: 0, y: 0, width: grid.width, height: grid.height }, size)
      for (let at = 0; at < width * height; at++) {
        if (!Number.isNaN(bands[0]![at])) continue
        const x = west + ((at % width) + 0.5) * step
        const y = north - (Math.floor(at / width) + 0.5) * step
        const [ownX, ownY] = grid.epsg === first.epsg ? [x, y] : forward(inverse([x, y], first.epsg), grid.epsg)
        const column = Math.floor(((ownX - grid.originX) / (grid.width * grid.pixelSize)) * size.width)
        const row = Math.floor(((grid.originY - ownY) / (grid.height * heightOfPixel(grid))) * size.height)
        if (column < 0 || row < 0 || column >= size.width || row >= size.height) continue
        for (const [i, band] of bands.entries()) band[at] = read[i]![row * size.width + column]!
      }
    })
  }
  return { width, height, bands }
}

const heightOfPixel = ({ pixelSize, pixelSizeY = pixelSize }: Grid) => pixelSizeY

/** What a raster covers, in another projection: the box around its corners. */
function boxOf(grid: Grid, epsg: number) {
  const { originX, originY } = grid
  const [farX, farY] = [originX + grid.width * grid.pixelSize, originY - grid.height * heightOfPixel(grid)]
  const corners = [originX, farX].flatMap((x) =>
    [originY, farY].map((y) => (grid.epsg === epsg ? [x, y] : forward(inverse([x, y], grid.epsg), epsg))),
  )
  const [xs, ys] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)]
  return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) }
}
