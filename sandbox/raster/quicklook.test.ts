import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openCog } from './cog-reader.ts'
import { writeCog } from './cog-writer.ts'
import { gdalInstalled, run } from './gdal-for-tests.ts'
import { encodeJpeg } from './jpeg.ts'
import { encodeRgbaPng } from './png.ts'
import { quicklookImage, reflectanceToRgba, thumbnailSize, trueColourBands } from './quicklook.ts'
import { arraySource, temporaryFolder, testInfo } from './rasters-for-tests.ts'

const folder = temporaryFolder()

test('reflectance is scaled before it is stretched, and missing pixels are transparent', () => {
  const info = { scale: 0.0001, offset: 0, nodata: -1 }
  const stretch = { black: 0, white: 0.3, gamma: 1 }
  const red = Int16Array.of(0, 3000, 9000, 1500, -1)
  const other = Int16Array.of(0, 3000, 3000, 1500, 100)
  const rgba = reflectanceToRgba([red, other, other], info, stretch)
  const pixels = [0, 4, 8, 12, 16].map((start) => [...rgba.subarray(start, start + 4)])
  expect(pixels).toEqual([
    [0, 0, 0, 255],
    [255, 255, 255, 255],
    [255, 255, 255, 255],
    [128, 128, 128, 255],
    [0, 0, 0, 0],
  ])
  const withOffset = reflectanceToRgba([other, other, other], { ...info, offset: -0.15 }, stretch)
  expect([...withOffset.subarray(12, 16)]).toEqual([0, 0, 0, 255])
  const gamma = reflectanceToRgba([red, other, other], info, { ...stretch, gamma: 2 })
  expect(gamma[12]).toBe(180)
  expect([
    ...reflectanceToRgba([Float32Array.of(Number.NaN), Float32Array.of(1), Float32Array.of(1)], {
      ...info,
      nodata: null,
    }),
  ]).toEqual([0, 0, 0, 0])
})

test('a thumbnail keeps proportions and never grows', () => {
  expect(thumbnailSize({ width: 4000, height: 1000 }, 400)).toEqual({ width: 400, height: 100 })
  expect(thumbnailSize({ width: 10, height: 5000 }, 100)).toEqual({ width: 1, height: 100 })
  expect(thumbnailSize({ width: 30, height: 20 }, 400)).toEqual({ width: 30, height: 20 })
})

test('true colour takes the nearest bands, or the first without wavelengths', () => {
  const bands = [865, 490, 560, 665, 2200].map((wavelengthNm) => ({ name: `${wavelengthNm}`, wavelengthNm }))
  expect(trueColourBands(bands)).toEqual([3, 2, 1])
  expect(trueColourBands([{ name: 'a' }, { name: 'b' }])).toEqual([0, 0, 0])
})

describe.skipIf(!gdalInstalled)('GDAL (skipped where it is not installed) decodes', () => {
  test('the quicklook of a scene', async () => {
    const size = 600
    const info = testInfo('uint16', size, size, 3)
    info.bands = [480, 560, 660].map((wavelengthNm) => ({ name: `R${wavelengthNm}`, wavelengthNm }))
    const fill = (value: number) => new Uint16Array(size * size).fill(value).fill(65_535, 0, size * 10)
    const path = join(folder, 'scene.tif')
    await writeCog(path, arraySource(info, [fill(0), fill(1500), fill(3000)]))
    const cog = await openCog(path)
    const image = await quicklookImage(cog, { longest: 300, stretch: { black: 0, white: 0.3, gamma: 1 } })
    await cog.close()
    const png = join(folder, 'quicklook.png')
    writeFileSync(png, encodeRgbaPng(image))
    expect(run('gdalinfo', png)).toContain('Size is 300, 300')
    expect(run('gdallocationinfo', '-valonly', png, '150', '150').trim().split('\n')).toEqual([
      '255',
      '128',
      '0',
      '255',
    ])
    expect(run('gdallocationinfo', '-valonly', png, '150', '2').trim().split('\n')).toEqual(['0', '0', '0', '0'])

    const jpeg = join(folder, 'quicklook.jpeg')
    writeFileSync(jpeg, await encodeJpeg(image))
    expect(run('gdalinfo', jpeg)).toMatch(/Driver: JPEG[\s\S]*Size is 300, 300/)
    const [red, green, blue] = run('gdallocationinfo', '-valonly', jpeg, '150', '150').trim().split('\n').map(Number)
    expect(Math.max(Math.abs(red! - 255), Math.abs(green! - 128), blue!)).toBeLessThan(6)
    const nothing = run('gdallocationinfo', '-valonly', jpeg, '150', '2').trim().split('\n').map(Number)
    expect(Math.max(...nothing)).toBeLessThan(6)
  })
})
