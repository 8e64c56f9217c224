import { expect, test } from 'vitest'
import { parseGdalMetadata } from '#src/formats/gdal-metadata.ts'
import { describeBands } from './band-wavelengths.ts'

const described = (...values: string[]) =>
  values.map((value, sample) => ({ name: 'DESCRIPTION', role: 'description', sample, value }))

test.each([
  ['with unit in words', ['band 1 (418.24 Nanometers)', 'band 2 (0.6651 Micrometers)'], [418.24, 665.1]],
  ['with short units', ['Blue, 490nm', '2.202 µm'], [490, 2202]],
  ['bare', ['(0.49)', '0.665'], [490, 665]],
])('descriptions %s', (_, descriptions, wavelengthsNm) => {
  const bands = describeBands(2, {}, described(...descriptions))
  expect(bands.map(({ wavelengthNm }) => wavelengthNm)).toEqual(wavelengthsNm)
  expect(bands.map(({ name }) => name)).toEqual(['B1', 'B2'])
  expect(bands.map(({ description }) => description)).toEqual(descriptions)
})

test.each([
  ['names', ['B4', 'B8A']],
  ['counting', ['1', '2']],
  ['no unit of length', ['band 3 of 12', '60 m']],
])('descriptions that are %s give no wavelength', (_, descriptions) => {
  expect(() => describeBands(2, {}, described(...descriptions))).toThrow('no wavelengths')
})

test('items of bands, with their unit or by size', () => {
  const xml = `<GDALMetadata>
    <Item name="wavelength" sample="0">0.49</Item><Item name="wavelength_units" sample="0">Micrometers</Item>
    <Item name="fwhm" sample="0">0.02</Item>
    <Item name="wavelength" sample="1">842</Item><Item name="fwhm" sample="1">15</Item>
    <Item name="CENTRAL_WAVELENGTH_UM" sample="2" domain="IMAGERY">2.19</Item><Item name="FWHM_UM" sample="2">0.18</Item>
  </GDALMetadata>`
  expect(describeBands(3, {}, [...parseGdalMetadata(xml), ...described('blue', 'nir', 'swir')])).toEqual([
    { name: 'blue', wavelengthNm: 490, fwhmNm: 20 },
    { name: 'nir', wavelengthNm: 842, fwhmNm: 15 },
    { name: 'swir', wavelengthNm: 2190, fwhmNm: 180 },
  ])
})

test('lists of ENVI headers, and the items GDAL makes of them', () => {
  const list = parseGdalMetadata(
    '<Item name="wavelength">{ 0.48612,\n 0.66512}</Item><Item name="fwhm">{0.0125,0.03}</Item>',
  )
  expect(describeBands(2, {}, list).map(({ wavelengthNm, fwhmNm }) => [wavelengthNm, fwhmNm])).toEqual([
    [486.12, 12.5],
    [665.12, 30],
  ])
  const items = parseGdalMetadata(
    '<Item name="Band_1">418.24 Nanometers</Item><Item name="Band_2">0.5 Micrometers</Item>',
  )
  expect(describeBands(2, {}, items).map(({ wavelengthNm }) => wavelengthNm)).toEqual([418.24, 500])
})

test('names that are missing or doubled become numbers', () => {
  const wavelengthNm = 500
  const names = (...given: (string | undefined)[]) =>
    describeBands(given.length, { bands: given.map((name) => ({ name, wavelengthNm })) }, []).map(({ name }) => name)
  expect(names('red', 'nir')).toEqual(['red', 'nir'])
  expect(names('red', 'red')).toEqual(['B1', 'B2'])
  expect(names('red', undefined)).toEqual(['B1', 'B2'])
})
