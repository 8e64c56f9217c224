import { describe, expect, it } from 'vitest'
import { bandAt, bandAxis, bandBeside, bandOrder } from './band-order.ts'

// As in EnMAP's files: two detectors overlap, and one band has no wavelength.
const bands = [
  { name: 'a', wavelengthNm: 900 },
  { name: 'b', wavelengthNm: 980 },
  { name: 'c' },
  { name: 'd', wavelengthNm: 940 },
]

describe('the order of bands', () => {
  it('goes by wavelength, whatever the order in the file', () => {
    expect(bandOrder(bands)).toEqual([0, 3, 1, 2])
  })

  it('steps round the ends, and begins at the shortest wave', () => {
    expect(bandBeside(0, 1, bands)).toBe(3)
    expect(bandBeside(2, 1, bands)).toBe(0)
    expect(bandBeside(0, -1, bands)).toBe(2)
    expect(bandBeside(undefined, 1, bands)).toBe(0)
    expect(bandBeside(undefined, 1, [])).toBeUndefined()
  })
})

describe('the axis of bands', () => {
  it('is of wavelengths when all are known, else of places', () => {
    expect(bandAxis(bands)).toMatchObject({ unit: 'band', from: 0.5, to: 4.5, places: [0.125, 0.375, 0.625, 0.875] })
    const nm = bandAxis([bands[0]!, bands[1]!])
    expect(nm).toMatchObject({ unit: 'nm', from: 899.2, to: 980.8 })
    expect(bandAxis([{ name: 'x', wavelengthNm: 500 }])).toMatchObject({ unit: 'band', places: [0.5] })
  })

  it('finds the nearest band', () => {
    const axis = bandAxis([
      { name: 'x', wavelengthNm: 400 },
      { name: 'y', wavelengthNm: 500 },
      { name: 'z', wavelengthNm: 1000 },
    ])
    expect([0, 0.05, 0.15, 0.6, 2].map((place) => bandAt(place, axis))).toEqual([0, 0, 1, 2, 2])
  })
})
