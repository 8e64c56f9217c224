import { describe, expect, test } from 'vitest'
import { readLibraries } from './read-library.ts'
import type { LibraryFile } from './read-library.ts'
import { writeTable } from './write-table.ts'

const file = (name: string, content: string | Uint8Array): LibraryFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})
const read = (...files: LibraryFile[]) => readLibraries(files)
const spectra = (...files: LibraryFile[]) => {
  const { libraries, problems } = read(...files)
  expect(problems).toEqual([])
  return libraries.flatMap((library) => library.spectra)
}
const problem = (...files: LibraryFile[]) => {
  const { libraries, problems } = read(...files)
  expect(libraries).toEqual([])
  return problems.map(({ fileName, message }) => `${fileName}: ${message}`).join('\n')
}

describe('tables', () => {
  test('with wavelengths down the first column', () => {
    const [pine, lake] = spectra(file('field.csv', 'Wavelength (nm),"Pine, old",Lake\n450,0.03,0.05\n550,,0.06\n'))
    expect(pine).toEqual({
      name: 'Pine, old',
      source: 'Table field.csv',
      wavelengthsNm: [450, 550],
      values: [0.03, Number.NaN],
    })
    expect(lake!.values).toEqual([0.05, 0.06])
  })

  test('with wavelengths across the heading, in micrometres and percent', () => {
    const [soil] = spectra(file('soils.csv', 'sample,0.55,0.45,0.65\nChernozem,12,10,NA\n'))
    expect(soil!.name).toBe('Chernozem')
    expect(soil!.wavelengthsNm).toEqual([450, 550, 650])
    expect(soil!.values[0]).toBeCloseTo(0.1, 12)
    expect(soil!.values[2]).toBeNaN()
  })

  test('with semicolons, decimal commas, a comment and scaled integers', () => {
    const [a] = spectra(file('a.csv', '# by hand\r\nnm;Wiese\r\n450,5;310\r\n460,5;5200\r\n470;-9999\r\n'))
    expect(a!.wavelengthsNm).toEqual([450.5, 460.5, 470])
    expect(a!.values.slice(0, 2)).toEqual([0.031, 0.52])
    expect(a!.values[2]).toBeNaN()
  })

  test('without any heading, parted by spaces', () => {
    expect(spectra(file('x.txt', '450 0.1\n460 0.2\n')).map(({ name, values }) => [name, values])).toEqual([
      ['Spectrum 1', [0.1, 0.2]],
    ])
  })

  test('that this app wrote come back as they were', () => {
    const wavelengthsNm = [500, 900, 902.5]
    const fwhmNm = [6, 7, 7]
    const text = writeTable(
      ['B1', 'B2', 'B3'],
      [
        { name: 'Point 1', wavelengthsNm, fwhmNm, values: [0.1, Number.NaN, 0.3], deviation: [0.01, Number.NaN, 0.02] },
        { name: '=1+1', wavelengthsNm, fwhmNm, values: [0.2, 0.25, 0.3] },
      ],
    )
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      "band,wavelength_nm,fwhm_nm,Point 1,Point 1 standard deviation,'=1+1",
      'B1,500,6,0.1,0.01,0.2',
      'B2,900,7,,,0.25',
    ])
    const [point, other] = spectra(file('spectra.csv', text))
    expect(point).toMatchObject({ name: 'Point 1', wavelengthsNm, fwhmNm, values: [0.1, Number.NaN, 0.3] })
    expect(other!.values).toEqual([0.2, 0.25, 0.3])
  })

  test('with a fault name its place', () => {
    expect(problem(file('a.csv', 'nm,Soil\n450,0.1\n460,high\n'))).toBe(
      'a.csv: Line 3, column "Soil": "high" is no number.',
    )
    expect(problem(file('a.csv', 'nm,Soil\n450,0.1\nred,0.2\n'))).toBe('a.csv: Line 3: "red" is no wavelength.')
    expect(problem(file('a.csv', 'hello\nworld\n'))).toContain('no table of numbers')
    expect(problem(file('a.csv', 'name,450,460\n'))).toContain('no spectra follow')
    expect(problem(file('a.csv', 'nm,Soil\n450,0.1\n'))).toContain('two wavelengths')
    expect(problem(file('a.csv', ''))).toContain('empty')
    expect(problem(file('a.png', new Uint8Array([137, 80, 78, 71, 0, 0, 0])))).toContain('no text')
  })
})

describe('ECOSTRESS and JHU', () => {
  const text = `Name: Pinus ponderosa
Type: Vegetation
Class: Tree
Description: needles: green
X Units: Wavelength (micrometers)
Y Units: Reflectance (percent)
Number of X Values: 3

2.500\t7.5
0.550\t12.25
0.450\t3.1
`
  test('read from long to short waves', () => {
    const [pine] = spectra(file('pinus.spectrum.txt', text))
    expect(pine).toMatchObject({ name: 'Pinus ponderosa', source: 'Vegetation, tree; pinus.spectrum.txt' })
    expect(pine!.wavelengthsNm).toEqual([450, 550, 2500])
    expect(pine!.values.map((value) => Number(value.toFixed(6)))).toEqual([0.031, 0.1225, 0.075])
  })

  test('cut off, or with a line that is no pair', () => {
    expect(problem(file('pinus.txt', text.replace('0.450\t3.1\n', '')))).toContain('promises 3 values and holds 2')
    expect(problem(file('pinus.txt', text.replace('12.25', 'x')))).toContain('Line 10')
  })
})

describe('ENVI libraries', () => {
  const header = (change = '') => `ENVI
description = { two
  spectra }
samples = 3
lines = 2
bands = 1
file type = ENVI Spectral Library
data type = 4
byte order = 1
wavelength units = Micrometers
wavelength = { 0.45, 0.55,
 0.65 }
fwhm = { 0.01, 0.01, 0.02 }
spectra names = { Clay, Sand }
${change}`
  const data = (values: number[]) => {
    const bytes = new Uint8Array(4 * values.length)
    const view = new DataView(bytes.buffer)
    values.forEach((value, i) => view.setFloat32(4 * i, value, false))
    return bytes
  }
  const numbers = data([0.25, 0.5, -1.23e34, 0.125, 0.25, 0.375])

  test('read numbers and header together', () => {
    const [clay, sand] = spectra(file('a.SLI', numbers), file('a.hdr', header()))
    expect(clay).toMatchObject({ name: 'Clay', wavelengthsNm: [450, 550, 650], values: [0.25, 0.5, Number.NaN] })
    expect(clay!.fwhmNm!.map((nm) => Math.round(nm))).toEqual([10, 10, 20])
    expect(sand!.values).toEqual([0.125, 0.25, 0.375])
    expect(spectra(file('b.sli.hdr', header()), file('b.sli', numbers))).toHaveLength(2)
  })

  test('scale by what the header says', () => {
    const [clay] = spectra(file('a.sli', numbers), file('a.hdr', header('reflectance scale factor = 2\n')))
    expect(clay!.values[1]).toBe(0.25)
  })

  test('say which file is missing, and what is wrong with one', () => {
    expect(problem(file('a.sli', numbers))).toContain('together with a.hdr')
    expect(problem(file('a.hdr', header()))).toContain('together with a.sli')
    expect(problem(file('a.sli', numbers.subarray(0, 20)), file('a.hdr', header()))).toContain(
      'need 24 bytes, it has 20',
    )
    expect(problem(file('a.sli', numbers), file('a.hdr', header().replace('samples = 3', '')))).toContain('"samples"')
    expect(problem(file('a.sli', numbers), file('a.hdr', header().replace('0.55,', '')))).toContain(
      '2 wavelengths for 3 bands',
    )
    expect(problem(file('a.sli', numbers), file('a.hdr', header().replace('type = 4', 'type = 6')))).toContain('6')
    expect(problem(file('a.sli', numbers), file('a.hdr', header().replace('Spectral Library', 'Standard')))).toContain(
      '"ENVI Standard"',
    )
  })
})

test('one bad file does not spoil the others', () => {
  const { libraries, problems } = read(file('good.csv', 'nm,A\n450,0.1\n460,0.2\n'), file('bad.csv', 'x'))
  expect(libraries.map(({ fileName }) => fileName)).toEqual(['good.csv'])
  expect(problems.map(({ fileName }) => fileName)).toEqual(['bad.csv'])
})
