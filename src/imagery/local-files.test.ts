import { expect, test } from 'vitest'
import { sortLocalFiles } from './local-files.ts'
import { fixture } from './memory-source-for-tests.ts'
import { createBlockReader } from './block-reader.ts'
import { openLocal } from './open-cog.ts'
import { readWindow } from './read-window.ts'

const file = (name: string, content: BlobPart = '') => new File([content], name)
const sorted = (...names: string[]) =>
  sortLocalFiles(names.map((name) => file(name))).map(({ data, header, json }) => [data.name, header?.name, json?.name])

test('headers and descriptions find their raster', () => {
  expect(sorted('a.tif')).toEqual([['a.tif', undefined, undefined]])
  expect(sorted('scene.HDR', 'scene.dat')).toEqual([['scene.dat', 'scene.HDR', undefined]])
  expect(sorted('scene.dat.hdr', 'scene.dat', 'scene.json')).toEqual([['scene.dat', 'scene.dat.hdr', 'scene.json']])
  // The only one of each kind belong together whatever they are called.
  expect(sorted('bands.json', 'a.tif', 'a.tif.aux.xml')).toEqual([['a.tif', undefined, 'bands.json']])
  expect(sorted('b.json', 'a.tif', 'b.tif')).toEqual([
    ['a.tif', undefined, undefined],
    ['b.tif', undefined, 'b.json'],
  ])
})

test('what is no picture is refused in words', () => {
  expect(() => sorted('scene.hdr')).toThrow('only an ENVI header')
  expect(() => sorted('scene.json')).toThrow('only a JSON')
  expect(() => sorted('notes.txt')).toThrow('no picture among these files')
})

const json = `{"bands": [{"name": "blue", "center_wavelength_nm": 490, "fwhm": 10}, {"name": "B2", "wavelength": 0.56},
  {"name": "B3", "center_wavelength": 665, "bad": true}], "scale": 0.5, "nodata": 31}`

test('a JSON beside a file says more than the file', async () => {
  const cog = await openLocal(
    { data: file('a.tif', await fixture('uint16-planar-tiles.tif')), json: file('a.json', json) },
    { reader: createBlockReader() },
  )
  expect(cog.info.bands).toEqual([
    { name: 'blue', description: 'Band <1> & co', wavelengthNm: 490, fwhmNm: 10, scale: 0.5, offset: -0.01 },
    { name: 'B2', description: 'Band <2> & co', wavelengthNm: 560, fwhmNm: 5.5, scale: 0.5, offset: -0.01 },
    {
      name: 'B3',
      description: 'Band <3> & co',
      wavelengthNm: 665,
      fwhmNm: 5.5,
      isBad: true,
      scale: 0.5,
      offset: -0.01,
    },
  ])
  expect(cog.info.nodata).toBe(31)
  expect((await readWindow(cog, [0]))[0]).toHaveLength(70 * 50)
})

test('what the caller knows says more still; a header beside a GeoTIFF counts too', async () => {
  const header = 'ENVI\nband names = {one, two, three}\nwavelength = {400, 500, 600}\nbbl = {0, 1, 1}\n'
  const cog = await openLocal(
    { data: file('a.tif', await fixture('lzw.tif')), header: file('a.hdr', header) },
    { reader: createBlockReader(), facts: { bands: [{ name: 'B9' }], scale: 2 } },
  )
  expect(cog.info.bands).toEqual([
    { name: 'B9', description: 'one', wavelengthNm: 400, isBad: true, scale: 2, offset: 0 },
    { name: 'two', wavelengthNm: 500, scale: 2, offset: 0 },
    { name: 'three', wavelengthNm: 600, scale: 2, offset: 0 },
  ])
})

test('texts beside a file that can not be understood are refused in words', async () => {
  const data = file('a.tif', await fixture('lzw.tif'))
  await expect(openLocal({ data, json: file('a.json', '{"bands": 3}') })).rejects.toThrow(
    'a.json is not understood at bands',
  )
  await expect(openLocal({ data, json: file('a.json', 'x') })).rejects.toThrow('a.json can not be read')
  await expect(openLocal({ data, header: file('a.hdr', 'x') })).rejects.toThrow('no ENVI header')
})
