import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { describe, expect, test } from 'vitest'
import { openCog } from './cog-reader.ts'
import { writeCog } from './cog-writer.ts'
import { gdalInstalled, gdalPython, run, validateCog } from './gdal-for-tests.ts'
import { arraySource, patternBand, patternSource, temporaryFolder, testInfo } from './rasters-for-tests.ts'
import type { SampleType, Samples } from './raster.ts'

const folder = temporaryFolder()

const gdalBand = z.object({
  type: z.string(),
  description: z.string().optional(),
  noDataValue: z.union([z.number(), z.string()]).optional(),
  scale: z.number().optional(),
  overviews: z.array(z.object({ size: z.tuple([z.number(), z.number()]) })).optional(),
  metadata: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  colorTable: z.object({ entries: z.array(z.array(z.number())) }).optional(),
})
const gdalReport = z.object({
  size: z.tuple([z.number(), z.number()]),
  geoTransform: z.array(z.number()),
  coordinateSystem: z.object({ wkt: z.string() }),
  stac: z.object({ 'proj:epsg': z.number().nullish() }).optional(),
  metadata: z.record(z.string(), z.record(z.string(), z.string())),
  bands: z.array(gdalBand),
})

const sizes = [
  ['uint8', 300, 170, 3],
  ['uint16', 257, 513, 135],
  ['int16', 300, 170, 2],
  ['float32', 257, 513, 2],
  ['uint16', 1, 1, 1],
  ['float32', 1, 1, 135],
  ['uint8', 600, 1030, 1],
] as const satisfies [SampleType, number, number, number][]

describe.skipIf(!gdalInstalled || gdalPython === null)('GDAL (skipped where it is not installed) reads', () => {
  test.each(sizes)('%s %ix%i with %i bands as a valid COG with the same pixels', async (type, width, height, count) => {
    const info = testInfo(type, width, height, count)
    const path = join(folder, `${type}-${width}-${height}-${count}.tif`)
    await writeCog(path, patternSource(info))
    expect(validateCog(path)).toContain('is a valid cloud optimized GeoTIFF')

    const report = gdalReport.parse(JSON.parse(run('gdalinfo', '-json', path)))
    expect(report.size).toEqual([width, height])
    expect(report.geoTransform).toEqual([365_055, 30, 0, 5_807_085, 0, -30])
    expect(report.coordinateSystem.wkt).toContain('ID["EPSG",32633]]')
    expect(report.metadata['']).toMatchObject({ acquired: '2022-07-24T10:45:26Z', note: 'a < b & "c"' })
    const last = report.bands[count - 1]
    const names = { uint8: 'Byte', uint16: 'UInt16', int16: 'Int16', float32: 'Float32' }
    expect(last).toMatchObject({ type: names[type], description: `B${count}` })
    expect(last?.noDataValue).toBe(type === 'float32' ? 'NaN' : info.nodata)
    if (type !== 'float32') expect(last?.scale).toBe(0.0001)
    expect(Number(last?.metadata?.['']?.wavelength)).toBeCloseTo(418.24 + (count - 1) * 6.5, 6)
    const smallest = last?.overviews?.at(-1)?.size ?? [width, height]
    expect(Math.max(...smallest)).toBeLessThanOrEqual(256)

    const raw = `${path}.envi`
    run('gdal_translate', '-q', '-of', 'ENVI', '-co', 'INTERLEAVE=BSQ', path, raw)
    const pixels = readFileSync(raw)
    const all = { x: 0, y: 0, width, height }
    const expected = Array.from({ length: count }, (_, band) => bytes(patternBand(type, all, band)))
    expect(pixels.equals(Buffer.concat(expected))).toBe(true)
  })

  test('overviews as our own reader does', async () => {
    const path = join(folder, 'overviews.tif')
    await writeCog(path, patternSource(testInfo('int16', 700, 1100, 2)))
    const raw = join(folder, 'overviews.envi')
    run('gdal_translate', '-q', '-of', 'ENVI', '-oo', 'OVERVIEW_LEVEL=1', path, raw)
    const cog = await openCog(path)
    const window = { x: 0, y: 0, width: 175, height: 275 }
    const bands = await cog.readLevel(2, window)
    await cog.close()
    expect(readFileSync(raw).equals(Buffer.concat(bands.map(bytes)))).toBe(true)
  })

  test.each([
    [4326, 13.0168, 52.3974, 0.0003, '["EPSG",4326]]'],
    [3857, 1_449_000, 6_870_000, 30, '["EPSG",3857]]'],
    [32755, 600_000, 6_100_000, 10, '["EPSG",32755]]'],
  ])('the CRS EPSG:%i', async (epsg, originX, originY, pixelSize, inWkt) => {
    const info = testInfo('uint8', 40, 30, 1)
    const path = join(folder, `${epsg}.tif`)
    await writeCog(path, patternSource({ ...info, grid: { ...info.grid, epsg, originX, originY, pixelSize } }))
    const report = gdalReport.parse(JSON.parse(run('gdalinfo', '-json', path)))
    expect(report.coordinateSystem.wkt).toContain(inWkt)
    expect(report.geoTransform).toEqual([originX, pixelSize, 0, originY, 0, -pixelSize])
  })

  test('a BigTIFF, as files beyond 4 GB have to be', async () => {
    const path = join(folder, 'big.tif')
    await writeCog(path, patternSource(testInfo('uint16', 300, 600, 3)), { bigTiff: true })
    expect(readFileSync(path).readUInt16LE(2)).toBe(43)
    expect(validateCog(path)).toContain('is a valid cloud optimized GeoTIFF')
    const raw = `${path}.envi`
    run('gdal_translate', '-q', '-of', 'ENVI', '-co', 'INTERLEAVE=BSQ', path, raw)
    const cog = await openCog(path)
    const bands = await cog.read({ x: 0, y: 0, width: 300, height: 600 })
    await cog.close()
    expect(readFileSync(raw).equals(Buffer.concat(bands.map(bytes)))).toBe(true)
    expect(cog.info).toEqual(testInfo('uint16', 300, 600, 3))
  })

  test('the colours of classes', async () => {
    const info = { ...testInfo('uint8', 300, 300, 1), nodata: 255 }
    const path = join(folder, 'classes.tif')
    const colours = [[10, 20, 30] as const, [200, 100, 50] as const]
    await writeCog(path, patternSource(info), { resampling: 'nearest', colours })
    expect(validateCog(path)).toContain('is a valid cloud optimized GeoTIFF')
    const report = gdalReport.parse(JSON.parse(run('gdalinfo', '-json', path)))
    expect(report.bands[0]?.colorTable?.entries.slice(0, 2)).toEqual([
      [10, 20, 30, 255],
      [200, 100, 50, 255],
    ])
  })
})

test('a mean leaves nodata out, and classes are never mixed', async () => {
  const info = { ...testInfo('uint8', 258, 2, 1), nodata: 0 }
  const data = new Uint8Array(258 * 2)
  data.set([10, 0, 0, 0, 7, 8], 0)
  data.set([20, 30, 0, 0, 7, 9], 258)
  for (const [resampling, expected] of [
    ['mean', [20, 0, 8]],
    ['nearest', [10, 0, 7]],
  ] as const) {
    const path = join(folder, `${resampling}.tif`)
    await writeCog(path, arraySource(info, [data]), { resampling })
    const cog = await openCog(path)
    const [band] = await cog.readLevel(1, { x: 0, y: 0, width: 3, height: 1 })
    await cog.close()
    expect([...(band ?? [])]).toEqual(expected)
  }
})

test('the same source gives the same bytes, and progress only rises', async () => {
  const source = patternSource(testInfo('uint16', 700, 600, 4))
  const fractions: number[] = []
  const first = join(folder, 'first.tif')
  const second = join(folder, 'second.tif')
  const { bytes: size } = await writeCog(first, source, { onProgress: (fraction) => fractions.push(fraction) })
  await writeCog(second, source)
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
  expect(readFileSync(first).length).toBe(size)
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
  expect(fractions.length).toBeGreaterThan(8)
  expect(fractions.at(-1)).toBe(1)
})

test('stopping or failing half-way leaves nothing behind, and an older file as it was', async () => {
  const inner = temporaryFolder()
  const path = join(inner, 'scene.tif')
  const source = patternSource(testInfo('uint8', 700, 600, 1))
  await writeCog(path, source)
  const before = readFileSync(path)
  const stop = new AbortController()
  const onProgress = (fraction: number) => fraction > 0.4 && stop.abort(new Error('enough'))
  await expect(writeCog(path, source, { onProgress, signal: stop.signal })).rejects.toThrow('enough')
  const late = new AbortController()
  const allTilesDone = (fraction: number) => fraction >= 0.9 && late.abort(new Error('too late'))
  await expect(writeCog(path, source, { onProgress: allTilesDone, signal: late.signal })).rejects.toThrow('too late')
  let reads = 0
  const failing = {
    ...source,
    read: (...asked: Parameters<typeof source.read>) => {
      reads += 1
      if (reads === 4) throw new Error('no more pixels')
      return source.read(...asked)
    },
  }
  await expect(writeCog(path, failing)).rejects.toThrow('no more pixels')
  expect(readdirSync(inner)).toEqual(['scene.tif'])
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a source of the wrong kind is refused', async () => {
  const info = testInfo('uint8', 10, 10, 2)
  const path = join(folder, 'wrong.tif')
  const wrong = { info, read: () => [new Uint8Array(100), new Uint16Array(100)] }
  await expect(writeCog(path, wrong)).rejects.toThrow('does not give 2 bands of uint8')
  await expect(writeCog(path, { info: { ...info, bands: [] }, read: () => [] })).rejects.toThrow('bands')
  expect(existsSync(path)).toBe(false)
})

function bytes(samples: Samples): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
}
