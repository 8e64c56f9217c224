import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import type { Grid } from '#sandbox/raster/raster.ts'
import { temporaryFolder, testInfo } from '#sandbox/raster/rasters-for-tests.ts'
import { forward, inverse } from '#src/geo/projection.ts'
import { readMosaic } from './mosaic.ts'

const folder = temporaryFolder()
const { grid } = testInfo('float32', 20, 10, 1)

/** A raster of one value everywhere. */
async function plain(name: string, value: number, change: Partial<Grid> = {}): Promise<string> {
  const path = join(folder, `${name}.tif`)
  const info = testInfo('float32', 20, 10, 1)
  await writeCog(path, {
    info: { ...info, grid: { ...grid, ...change } },
    read: ({ width, height }) => [new Float32Array(width * height).fill(value)],
  })
  return path
}

describe('rasters of one day as one picture', () => {
  test('beside each other, with nothing between them; the first one counts where they overlap', async () => {
    const west = await plain('west', 1)
    const over = await plain('over', 2, { originX: grid.originX + 15 * 30 })
    const east = await plain('east', 3, { originX: grid.originX + 40 * 30, originY: grid.originY - 5 * 30 })
    const { width, height, bands } = await readMosaic([west, over, east], 100)
    expect([width, height]).toEqual([60, 15])
    const at = (x: number, y: number) => bands[0]![y * width + x]
    expect([at(0, 0), at(19, 9), at(20, 0), at(34, 9), at(40, 5), at(59, 14)]).toEqual([1, 1, 2, 2, 3, 3])
    expect([at(36, 7), at(59, 4), at(0, 12)]).toEqual([NaN, NaN, NaN])
  })

  test('made coarser where they are together larger than asked for', async () => {
    const west = await plain('west', 1)
    const east = await plain('far', 3, { originX: grid.originX + 180 * 30 })
    const { width, height, bands } = await readMosaic([west, east], 50)
    expect([width, height]).toEqual([50, 3])
    expect([bands[0]![0], bands[0]![25], bands[0]![49]]).toEqual([1, NaN, 3])
  })

  test('of another zone lies where it is on the ground', async () => {
    const place = inverse([grid.originX + 30 * 30, grid.originY], grid.epsg)
    const [originX, originY] = forward(place, 32632).map(Math.round) as [number, number]
    const other = await plain('other-zone', 4, { epsg: 32632, originX, originY })
    const { width, bands } = await readMosaic([await plain('west', 1), other], 100)
    const row = Array.from({ length: width }, (_, x) => bands[0]![5 * width + x]!)
    // Turned by a few degrees against the other: its edges are not at the same pixel in each row.
    expect(row.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 1))
    expect(row[25]).toBeNaN()
    expect(row.slice(33, 47)).toEqual(Array.from({ length: 14 }, () => 4))
  })
})
