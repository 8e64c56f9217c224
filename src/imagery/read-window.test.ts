import { describe, expect, test } from 'vitest'
import { createBlockReader } from './block-reader.ts'
import { fixture, memorySource } from './memory-source-for-tests.ts'
import type { MemorySource } from './memory-source-for-tests.ts'
import { openSource } from './open-cog.ts'
import type { Cog } from './open-cog.ts'
import { readValues, readWindow } from './read-window.ts'

// Written by GDAL 3.6: 70 x 50 pixels, 3 bands; what each pixel holds is a formula of its place.
const digitAt = (band: number, x: number, y: number) => (band * 1000 + y * 97 + x * 31) % 10007

async function open(name: string): Promise<{ cog: Cog; source: MemorySource }> {
  const source = memorySource(await fixture(name))
  return { source, cog: await openSource(source, {}, { reader: createBlockReader() }) }
}

function expected(
  band: number,
  [x0, y0, width, height]: readonly [number, number, number, number],
  from = (digit: number) => digit,
) {
  return Array.from({ length: width * height }, (_, i) =>
    from(digitAt(band, x0 + (i % width), y0 + Math.floor(i / width))),
  )
}

const inside = [25, 20, 30, 25] as const
const window = { x: 25, y: 20, width: 30, height: 25 }

describe('openCog', () => {
  test('tells grid, bands, scale and nodata of a file', async () => {
    const {
      cog: { info, levels },
    } = await open('uint16-planar-tiles.tif')
    expect(info.grid).toEqual({
      epsg: 32633,
      originX: 399990,
      originY: 5800020,
      pixelWidth: 10,
      pixelHeight: 10,
      width: 70,
      height: 50,
    })
    expect(info.bands[1]).toEqual({
      name: 'Band <2> & co',
      wavelengthNm: 550,
      fwhmNm: 5.5,
      scale: 0.0001,
      offset: -0.01,
    })
    expect(info).toMatchObject({ sampleType: 'uint16', nodata: 0 })
    expect(info.storage).toMatchObject({ format: 'GeoTIFF', compression: 'DEFLATE', interleave: 'band', overviews: 1 })
    expect(levels.map(({ width, height }) => [width, height])).toEqual([
      [70, 50],
      [35, 25],
    ])
  })

  test.each([
    ['uint16-planar-tiles.tif', (digit: number) => digit],
    ['float32-pixel-tiles.tif', (digit: number) => Math.fround(digit / 7)],
    ['int16-big-endian-strips.tif', (digit: number) => digit - 5000],
    ['float64-strips.tif', (digit: number) => digit],
  ])('reads the samples that were written: %s', async (name, from) => {
    const { cog } = await open(name)
    const samples = await readWindow(cog, [2, 0], { window })
    expect([...samples[0]!]).toEqual(expected(2, inside, from))
    expect([...samples[1]!]).toEqual(expected(0, inside, from))
  })

  test('reads whole levels, to the last pixel', async () => {
    const { cog } = await open('uint16-planar-tiles.tif')
    const [whole] = await readWindow(cog, [1])
    expect([...whole!]).toEqual(expected(1, [0, 0, 70, 50]))
    const [half] = await readWindow(cog, [1], { level: 1 })
    expect(half).toHaveLength(35 * 25)
    // Overviews by nearest neighbour hold one of the four pixels each stands for.
    const four = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ].map(([dx = 0, dy = 0]) => digitAt(1, 20 + dx, 30 + dy))
    expect(four).toContain(half![15 * 35 + 10])
  })

  test('gives values with scale, offset and gaps', async () => {
    const [values] = await readValues((await open('uint16-planar-tiles.tif')).cog, [0], {
      window: { x: 0, y: 0, width: 3, height: 1 },
    })
    expect(values![0]).toBeNaN()
    expect(values![1]).toBeCloseTo(31 * 0.0001 - 0.01, 7)
    const [floats] = await readValues((await open('float32-pixel-tiles.tif')).cog, [0], {
      window: { x: 0, y: 0, width: 2, height: 1 },
    })
    expect(floats![0]).toBeNaN()
    expect(floats![1]).toBeCloseTo(31 / 7, 5)
  })

  test('asks for a block once, and for neighbours in one piece', async () => {
    const { cog, source } = await open('uint16-planar-tiles.tif')
    const before = source.reads.length
    await readWindow(cog, [0, 1, 2])
    expect(source.reads.length - before).toBe(1)
    await readWindow(cog, [1], { window })
    expect(source.reads.length - before).toBe(1)
  })

  test('stops when nobody wants the pixels any more', async () => {
    const { cog } = await open('uint16-planar-tiles.tif')
    const controller = new AbortController()
    controller.abort()
    await expect(readWindow(cog, [0], { signal: controller.signal })).rejects.toThrow(/abort/i)
  })
})
