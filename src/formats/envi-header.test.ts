import { expect, test } from 'vitest'
import { factsOfEnvi, parseEnviHeader } from './envi-header.ts'

const header = `ENVI
description = {
  Reflectance, made = by hand }
samples = 70
bands   = 3
; a comment = nothing
wavelength units = Micrometers
band names = {
 Blue, Red edge 705 nm,
 Water vapour}
wavelength = { 0.49,
 0.705, 1.4 }
fwhm = {0.01, 0.015, 0.02}
bbl = {1, 1, 0}
reflectance scale factor = 10000
data ignore value = -9999
map info = {UTM, 1, 1, 399990, 5800020, 10, 10, 33, North, WGS-84}
`

test('bands, scale and nodata of a header', () => {
  const fields = parseEnviHeader(header)
  expect(fields.get('samples')).toBe('70')
  expect(factsOfEnvi(fields)).toEqual({
    scale: 0.0001,
    nodata: -9999,
    bands: [
      { description: 'Blue', wavelengthNm: 490, fwhmNm: 10 },
      { description: 'Red edge 705 nm', wavelengthNm: 705, fwhmNm: 15 },
      { description: 'Water vapour', wavelengthNm: 1400, fwhmNm: 20, isBad: true },
    ],
  })
})

test('wavelengths without a unit are told by their size', () => {
  const bands = (list: string) =>
    factsOfEnvi(parseEnviHeader(`ENVI\nwavelength = {${list}}\n`)).bands?.map(({ wavelengthNm }) => wavelengthNm)
  expect(bands('0.45, 2.2')).toEqual([450, 2200])
  expect(bands('450, 2200')).toEqual([450, 2200])
  expect(bands('450, oops')).toEqual([450, undefined])
})

test('other texts are refused', () => {
  expect(() => parseEnviHeader('BANDS = 3')).toThrow('no ENVI header')
  expect(factsOfEnvi(parseEnviHeader('ENVI\nwavelength = { 0.4, 0.5')).bands).toEqual([])
})
