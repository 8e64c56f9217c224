import { describe, expect, test } from 'vitest'
import { createBlockReader } from './block-reader.ts'
import { fixture, memorySource } from './memory-source-for-tests.ts'
import { openSource } from './open-cog.ts'
import { ImageryError } from './raster-info.ts'
import { readSpectrum } from './read-spectrum.ts'
import { readWindow } from './read-window.ts'
import { regionStatistics } from './region-statistics.ts'

const names = [
  'uint16-planar-tiles.tif',
  'float32-pixel-tiles.tif',
  'int16-big-endian-strips.tif',
  'lzw.tif',
  'every-kind/uint16-band-tiles-zstd2-little.tif',
  'every-kind/int32-band-tiles-packbits1-little.tif',
  'every-kind/mask-tiles.tif',
  'every-kind/big-tiff.tif',
]

/** Everything that can be asked of a file; what goes wrong must be a sentence. */
async function useAll(bytes: Uint8Array<ArrayBuffer>, knowsSize = true): Promise<ImageryError | undefined> {
  const source = memorySource(bytes, { knowsSize })
  try {
    const cog = await openSource(source, {}, { reader: createBlockReader() })
    await readWindow(cog, [0], { level: cog.levels.length - 1 })
    await readSpectrum(cog, { x: 0, y: 0 })
    await regionStatistics(cog, null)
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(ImageryError)
    expect((error as Error).message).toMatch(/^[A-Z].*\.$/)
    return error as ImageryError
  } finally {
    expect(source.bytesRead(), 'no more is read than the file has, give or take').toBeLessThan(8 * bytes.length + 1e6)
  }
}

describe('damaged files', () => {
  test.each(names)('%s cut off anywhere: a sentence', async (name) => {
    const whole = await fixture(name)
    let refused = 0
    for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 60)) {
      if (await useAll(whole.slice(0, length))) refused++
      expect(await useAll(whole.slice(0, length), false)).toBeDefined()
    }
    // All but cuts inside what nobody asks for, such as overviews.
    expect(refused).toBeGreaterThan(50)
  })

  test('says at which byte a file ends', async () => {
    const whole = await fixture('uint16-planar-tiles.tif')
    const { message } = (await useAll(whole.slice(0, 4000)))!
    expect(message).toMatch(/cut off: it ends at byte 4,000, but its pixels go on to byte \d,\d\d\d/)
    // Nobody says how long the file is: it shows when the bytes are asked for.
    expect((await useAll(whole.slice(0, 4000), false))!.message).toMatch(/cut off: it ends at byte 4,000/)
  })

  test.each(names)('%s with bits turned over: a sentence or other numbers, never more', async (name) => {
    const whole = await fixture(name)
    // A generator of numbers that are the same in each run: Park and Miller 1988.
    let seed = 20_220_724
    const random = (below: number) => (seed = (seed * 48_271) % 0x7fff_ffff) % below
    for (let round = 0; round < 150; round++) {
      const damaged = whole.slice()
      // The head of the file is where it hurts.
      const at = round % 2 === 0 ? random(Math.min(whole.length, 700)) : random(whole.length)
      damaged[at]! ^= 1 << random(8)
      await useAll(damaged)
    }
  })

  /** The value of a tag in the first directory of a little-endian classic TIFF. */
  function setTag(bytes: Uint8Array, tag: number, value: number, count?: number): void {
    const view = new DataView(bytes.buffer)
    const start = view.getUint32(4, true)
    for (let entry = 0; entry < view.getUint16(start, true); entry++) {
      const at = start + 2 + entry * 12
      if (view.getUint16(at, true) !== tag) continue
      if (count !== undefined) view.setUint32(at + 4, count, true)
      // A long takes the place of a short.
      else view.setUint16(at + 2, 4, true)
      view.setUint32(at + 8, value, true)
      return
    }
    throw new Error(`no tag ${tag}`)
  }

  test.each([
    ['a width of four billion', 256, 0xffff_ffff, /pixels in|where its pixels are/],
    ['a width of a million', 256, 1_000_000, /where its pixels are/],
    ['tiles of four billion', 322, 0xffff_ffff, /MB each/],
    ['tiles without size', 322, 0, /no size/],
    ['no bands', 277, 0, /no picture/],
    ['a million bands', 277, 1_000_000, /claims to have 1000000 bands/],
    ['an unknown compression', 259, 12_345, /compression \(number 12345\) is not supported/],
    ['an unknown predictor', 317, 9, /predictor \(number 9\) is not known/],
  ])('a header that lies: %s', async (_, tag, value, says) => {
    const bytes = await fixture('uint16-planar-tiles.tif')
    setTag(bytes, tag, value)
    expect((await useAll(bytes))!.message).toMatch(says)
  })

  test('lists of tiles that are longer than the file, or point beyond it', async () => {
    const long = await fixture('uint16-planar-tiles.tif')
    setTag(long, 324, 8, 0xffff_ff00)
    expect((await useAll(long))!.message).toContain('where its pixels are')
    const beyond = await fixture('uint16-planar-tiles.tif')
    setTag(beyond, 324, 0xffff_0000, 60)
    expect(await useAll(beyond)).toBeDefined()
  })

  test('tiles that claim to be packed into more than they can hold', async () => {
    const whole = await fixture('uint16-planar-tiles.tif')
    const bytes = new Uint8Array(whole.length + 18 * 4)
    bytes.set(whole)
    for (let tile = 0; tile < 18; tile++)
      new DataView(bytes.buffer).setUint32(whole.length + tile * 4, 0x7000_0000, true)
    setTag(bytes, 325, whole.length)
    // Nobody says how long the file is, so only the claim itself can be doubted.
    expect((await useAll(bytes, false))!.message).toContain('claims more bytes than it can have')
  })

  test('directories that point at each other end', async () => {
    const bytes = await fixture('uint16-planar-tiles.tif')
    const view = new DataView(bytes.buffer)
    const start = view.getUint32(4, true)
    view.setUint32(start + 2 + view.getUint16(start, true) * 12, start, true)
    expect((await useAll(bytes))!.message).toBe('The file is damaged: its directories do not end.')
  })

  test.each([
    ['\x89PNG\r\n\x1a\n', 'PNG'],
    ['\x89HDF\r\n\x1a\n', 'HDF5'],
    ['CDF\x01', 'NetCDF'],
    ['\x00\x00\x00\x0cjP  \r\n', 'JPEG 2000'],
    ['\xff\xd8\xff\xe0', 'JPEG'],
    ['PK\x03\x04', 'ZIP'],
    ['<!doctype html><html>', 'web page'],
    ['<?xml version="1.0"?><Error><Code>AccessDenied', 'XML'],
    ['ENVI\nsamples = 3', 'ENVI header'],
    ['these are only words', 'no GeoTIFF'],
    ['', 'empty'],
  ])('a file that is something else is called what it is: %j', async (start, says) => {
    const bytes = Uint8Array.from(start.padEnd(start ? 100 : 0, ' '), (character) => character.charCodeAt(0))
    expect((await useAll(bytes))!.message).toContain(says)
  })
})
