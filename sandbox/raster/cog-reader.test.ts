import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCog } from './cog-reader.ts'
import { writeCog } from './cog-writer.ts'
import { arraySource, patternBand, patternSource, temporaryFolder, testInfo } from './rasters-for-tests.ts'
import type { RasterInfo, SampleType } from './raster.ts'

const folder = temporaryFolder()

test.each(['uint8', 'uint16', 'int16', 'float32'] as SampleType[])(
  '%s comes back as written, info included',
  async (type) => {
    const info: RasterInfo = testInfo(type, 600, 300, 3)
    info.grid = { ...info.grid, epsg: 4326, pixelSize: 0.0003, pixelSizeY: 0.0002 }
    info.bands[1] = { name: 'Größe <2>', description: 'no wavelength' }
    const path = join(folder, `${type}.tif`)
    await writeCog(path, patternSource(info))
    const cog = await openCog(path)
    expect(cog.info).toEqual(info)
    for (const window of [
      { x: 0, y: 0, width: 600, height: 300 },
      { x: 250, y: 250, width: 13, height: 11 },
      { x: 599, y: 299, width: 1, height: 1 },
    ]) {
      const expected = [2, 0].map((band) => patternBand(type, window, band))
      expect(await cog.read(window, [2, 0])).toEqual(expected)
    }
    await cog.close()
  },
)

test('reads outside the raster are refused', async () => {
  const path = join(folder, 'small.tif')
  await writeCog(path, patternSource(testInfo('uint8', 10, 10, 1)))
  const cog = await openCog(path)
  await expect(cog.read({ x: 5, y: 0, width: 6, height: 1 })).rejects.toThrow('not inside 10x10')
  await expect(cog.read({ x: 0.5, y: 0, width: 1, height: 1 })).rejects.toThrow('not inside')
  await expect(cog.read({ x: 0, y: 0, width: 1, height: 1 }, [1])).rejects.toThrow('no band 1')
  await cog.close()
})

test('a decimated read takes the overview, so single pixels have become means', async () => {
  const size = 1024
  const data = Uint16Array.from(
    { length: size * size },
    (_, index) => (((index % size) + Math.floor(index / size)) % 2) * 200,
  )
  const info = { ...testInfo('uint16', size, size, 1), nodata: null }
  const path = join(folder, 'checkerboard.tif')
  await writeCog(path, arraySource(info, [data]))
  const cog = await openCog(path)
  const whole = { x: 0, y: 0, width: size, height: size }
  const [small] = await cog.readDecimated(whole, { width: 100, height: 80 })
  expect(small?.length).toBe(8000)
  expect(new Set(small)).toEqual(new Set([100]))
  const [same] = await cog.readDecimated({ x: 3, y: 5, width: 20, height: 10 }, { width: 20, height: 10 })
  expect(same).toEqual((await cog.read({ x: 3, y: 5, width: 20, height: 10 }))[0])
  const [larger] = await cog.readDecimated({ x: 0, y: 0, width: 2, height: 1 }, { width: 4, height: 2 })
  expect([...(larger ?? [])]).toEqual([0, 0, 200, 200, 0, 0, 200, 200])
  await cog.close()
})

test('a tiny cache changes nothing but the time', async () => {
  const info = testInfo('int16', 700, 700, 4)
  const path = join(folder, 'cache.tif')
  await writeCog(path, patternSource(info))
  const cog = await openCog(path, { cacheBytes: 1 })
  const window = { x: 200, y: 200, width: 300, height: 300 }
  const reads = await Promise.all([cog.read(window), cog.read(window), cog.read(window)])
  for (const read of reads) expect(read).toEqual([0, 1, 2, 3].map((band) => patternBand('int16', window, band)))
  await cog.close()
})

test('a file that is cut off, or is no raster, says so', async () => {
  const path = join(folder, 'cut.tif')
  const { bytes } = await writeCog(path, patternSource(testInfo('uint16', 300, 300, 2)))
  truncateSync(path, bytes - 10)
  const cog = await openCog(path)
  await expect(cog.read({ x: 0, y: 0, width: 300, height: 300 })).rejects.toThrow('too early')
  await cog.close()
  truncateSync(path, 300)
  await expect(openCog(path)).rejects.toThrow('cut off inside its directories')
  writeFileSync(path, 'This is no raster.')
  await expect(openCog(path)).rejects.toThrow('not a TIFF')
})
