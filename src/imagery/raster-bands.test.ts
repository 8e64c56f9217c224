import { expect, test } from 'vitest'
import { factsOfGdal } from '#src/formats/gdal-facts.ts'
import { parseGdalMetadata } from '#src/formats/gdal-metadata.ts'
import { rasterBands } from './raster-bands.ts'

const readBands = (xml: string, count: number) => rasterBands(count, [factsOfGdal(count, parseGdalMetadata(xml))])

const item = (name: string, value: string, sample: number, role = '') =>
  `<Item name="${name}" sample="${sample}"${role && ` role="${role}"`}>${value}</Item>`

test('wavelengths from items, in either unit', () => {
  const xml = `<GDALMetadata>${item('DESCRIPTION', 'B02', 0, 'description')}${item('wavelength', '492.4', 0)}
    ${item('wavelength_units', 'Nanometers', 0)}${item('fwhm', '66', 0)}
    ${item('CENTRAL_WAVELENGTH_UM', '0.5598', 1)}${item('wavelength', '0.6646', 2)}${item('SCALE', '0.0001', 2, 'scale')}</GDALMetadata>`
  const [first, second, third] = readBands(xml, 3)
  expect(first).toEqual({ name: 'B02', wavelengthNm: 492.4, fwhmNm: 66, scale: 1, offset: 0 })
  expect(second?.wavelengthNm).toBeCloseTo(559.8, 6)
  expect(third?.wavelengthNm).toBeCloseTo(664.6, 6)
  expect(third).toMatchObject({ name: 'B003', scale: 0.0001 })
})

test('wavelengths that stand only in the names of bands', () => {
  const names = ['band 1 (418.24 Nanometers)', 'Red edge 0.705 um', 'Elevation', 'band 4 (2445.53 nm)']
  const xml = names.map((name, sample) => item('DESCRIPTION', name, sample, 'description')).join('')
  expect(readBands(xml, 4).map(({ name, wavelengthNm }) => [name, wavelengthNm])).toEqual([
    ['B001', 418.24],
    ['Red edge', 705],
    ['Elevation', undefined],
    ['B004', 2445.53],
  ])
})

test('a file that says nothing has numbered bands of plain numbers', () => {
  expect(readBands('', 2)).toEqual([
    { name: 'B001', scale: 1, offset: 0 },
    { name: 'B002', scale: 1, offset: 0 },
  ])
})
