import { describe, expect, it } from 'vitest'
import { completeFormula, describeBands } from './complete.ts'
import { fireflyBands, sentinel2Bands } from './satellite-bands.ts'

/** `|` is the caret. */
const complete = (marked: string, bands = fireflyBands, isAsked = false) => {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { start, end, options } = completeFormula(text, caret, bands, isAsked)
  return { word: text.slice(start, end), options, inserts: options.map(({ insert }) => insert) }
}

describe('completeFormula', () => {
  it('finds bands by name, role and wavelength, and functions', () => {
    expect(complete('(ni| - red)')).toMatchObject({
      word: 'ni',
      options: [{ insert: 'nir', meaning: 'B118, 853.7 nm' }],
    })
    expect(complete('B11|').inserts).toEqual(Array.from({ length: 10 }, (_, i) => `B11${i}`))
    expect(complete('1 + R85|').inserts).toEqual(['R850', 'R854', 'R857'])
    expect(complete('sq|').options).toEqual([{ insert: 'sqrt()', caret: 5, meaning: 'sqrt(x)' }])
    expect(complete('b8|', sentinel2Bands).inserts).toEqual(['B8A'])
  })

  it('leaves out roles that the sensor does not have', () => {
    expect(complete('swir|').inserts).toEqual([])
    expect(complete('swir|', sentinel2Bands).inserts).toEqual(['swir16', 'swir22'])
  })

  it.each(['nir|', 'B118|', '12|', '2.5|', '|nir', 'n|ir', '(|', ''])('offers nothing at %s', (marked) => {
    expect(complete(marked).inserts).toEqual([])
  })

  it('offers everything when asked with nothing begun', () => {
    const { word, inserts } = complete('nir - |', fireflyBands, true)
    expect(word).toBe('')
    expect(inserts).toEqual(expect.arrayContaining(['nir', 'min()', 'B001']))
  })

  it('finds nothing like what no band is called', () => {
    expect(complete('constructor|').inserts).toEqual([])
    expect(complete('__proto__|').inserts).toEqual([])
  })
})

it('says which bands a reference means', () => {
  expect(describeBands([117], fireflyBands)).toBe('B118, 853.7 nm')
  expect(describeBands([51, 52, 53], fireflyBands)).toBe('mean of 3 bands, B052 to B054')
  expect(describeBands([0], [{ name: 'x' }])).toBe('x')
})
