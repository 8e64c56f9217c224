import { inflateSync } from 'node:zlib'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gdalInstalled, run } from './gdal-for-tests.ts'
import { encodeIndexedPng, encodeRgbaPng } from './png.ts'
import { temporaryFolder } from './rasters-for-tests.ts'

const folder = temporaryFolder()

function gradient(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 4 }, (_, index) => {
    const pixel = index >> 2
    const x = pixel % width
    const y = Math.floor(pixel / width)
    return [x * 7, y * 5, (x * y) % 256, x < 3 ? 0 : 255][index & 3] ?? 0
  })
}

describe.skipIf(!gdalInstalled)('GDAL (skipped where it is not installed) decodes', () => {
  test('RGBA of an odd size', () => {
    const rgba = gradient(37, 23)
    const path = join(folder, 'rgba.png')
    writeFileSync(path, encodeRgbaPng({ width: 37, height: 23, rgba }))
    const values = run('gdal_translate', '-q', '-of', 'XYZ', '-b', '4', path, '/vsistdout/')
    expect(values.trim().split('\n').length).toBe(37 * 23)
    for (const [x, y] of [
      [0, 0],
      [36, 22],
      [17, 9],
    ] as const) {
      const pixel = run('gdallocationinfo', '-valonly', path, String(x), String(y)).trim().split('\n').map(Number)
      expect(pixel).toEqual([...rgba.subarray((y * 37 + x) * 4, (y * 37 + x) * 4 + 4)])
    }
  })

  test('a palette with a transparent class', () => {
    const path = join(folder, 'indexed.png')
    const palette = [[0, 0, 0, 0] as const, [255, 0, 0] as const, [0, 128, 255] as const]
    writeFileSync(path, encodeIndexedPng({ width: 3, height: 2, indices: Uint8Array.of(0, 1, 2, 2, 1, 0), palette }))
    expect(run('gdallocationinfo', '-valonly', path, '2', '0').trim()).toBe('2')
    const report = run('gdalinfo', path)
    expect(report).toContain('0: 0,0,0,0')
    expect(report).toContain('2: 0,128,255,255')
  })
})

test('the pixels come back through the filters', () => {
  const rgba = gradient(9, 6)
  const png = encodeRgbaPng({ width: 9, height: 6, rgba })
  const start = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  const decoded = new Uint8Array(rgba.length)
  for (let y = 0; y < 6; y += 1) {
    const filter = rows[y * 37] ?? 0
    for (let index = 0; index < 36; index += 1) {
      const left = index < 4 ? 0 : (decoded[y * 36 + index - 4] ?? 0)
      const above = y === 0 ? 0 : (decoded[(y - 1) * 36 + index] ?? 0)
      decoded[y * 36 + index] = (rows[y * 37 + 1 + index] ?? 0) + ([0, left, above][filter] ?? Number.NaN)
    }
  }
  expect(decoded).toEqual(rgba)
})

test('what does not fit is refused', () => {
  expect(() => encodeRgbaPng({ width: 2, height: 2, rgba: new Uint8Array(15) })).toThrow('2x2')
  expect(() => encodeIndexedPng({ width: 1, height: 1, indices: Uint8Array.of(1), palette: [[0, 0, 0]] })).toThrow(
    'not in the palette',
  )
})
