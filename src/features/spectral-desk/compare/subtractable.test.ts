import { describe, expect, it } from 'vitest'
import { pictureName } from './picture-name.ts'
import { readPicture, type Picture } from '../picture/picture-search-params.ts'
import { subtractable } from './subtractable.ts'

const bands = [480, 560, 665, 705, 842].map((wavelengthNm, i) => ({ name: `B${i + 1}`, wavelengthNm }))
const composite = readPicture(new URLSearchParams())
const formula: Picture = { ...composite, show: 'formula', f: 'nir / red' }
const band: Picture = { ...composite, show: 'band', band: 'B5' }

const nameOf = (change: Partial<Picture>) => pictureName({ ...composite, ...change }, bands)

describe('what can be subtracted', () => {
  it('is left alone where both have one value a pixel', () => {
    expect(subtractable(formula, band, bands, true)).toBeUndefined()
  })

  it('of two dates is what one of them shows', () => {
    expect(subtractable(formula, composite, bands, true)).toEqual({ a: {}, b: formula })
    expect(subtractable(composite, band, bands, true)).toEqual({ a: band, b: {} })
  })

  it('of two dates in composites is the best known index', () => {
    const found = subtractable(composite, composite, bands, true)!
    expect(nameOf(found.a)).toBe('NDVI')
    expect(found.b).toEqual(found.a)
  })

  it('of one raster is something else than the other', () => {
    const found = subtractable(formula, composite, bands, false)!
    expect(found.a).toEqual({})
    expect(nameOf(found.b)).toBe('NDVI')
    const ndvi = { ...formula, ...found.b }
    expect(nameOf(subtractable(ndvi, composite, bands, false)!.b)).not.toBe('NDVI')
    expect(nameOf(subtractable(composite, ndvi, bands, false)!.a)).not.toBe('NDVI')
    expect(subtractable(band, composite, bands, false)?.b).toEqual({ show: 'band', band: 'B3' })
    expect(subtractable({ ...band, band: 'B3' }, composite, bands, false)?.b).toMatchObject({ band: 'B1' })
    const both = subtractable(composite, composite, bands, false)!
    expect(nameOf(both.a)).toBe('NDVI')
    expect(nameOf(both.b)).not.toBe('NDVI')
  })
})
