import { describe, expect, it } from 'vitest'
import { readPicture, type Picture } from '../picture/picture-search-params.ts'
import { subtractable } from './subtractable.ts'

const bands = [480, 560, 665, 705, 842].map((wavelengthNm, i) => ({ name: `B${i + 1}`, wavelengthNm }))
const composite = readPicture(new URLSearchParams())
const formula: Picture = { ...composite, show: 'formula', f: 'nir / red' }
const band: Picture = { ...composite, show: 'band', band: 'B5' }

describe('what can be subtracted', () => {
  it('is left alone where both have one value a pixel', () => {
    expect(subtractable(formula, band, bands, true)).toBeUndefined()
  })

  it('of two dates is what one of them shows', () => {
    expect(subtractable(formula, composite, bands, true)).toMatchObject({ a: {}, b: formula, name: 'nir / red' })
    expect(subtractable(composite, band, bands, true)).toMatchObject({ a: band, b: {} })
  })

  it('of two dates in composites is the best known index', () => {
    const found = subtractable(composite, composite, bands, true)
    expect(found).toMatchObject({ name: 'NDVI', a: { show: 'formula' } })
    expect(found?.a).toEqual(found?.b)
  })

  it('of one raster is something else than A', () => {
    expect(subtractable(formula, composite, bands, false)).toMatchObject({ name: 'NDVI', a: {} })
    const ndvi = { ...formula, ...subtractable(formula, composite, bands, false)!.b }
    expect(subtractable(ndvi, composite, bands, false)?.name).not.toBe('NDVI')
    expect(subtractable(band, composite, bands, false)?.b).toMatchObject({ show: 'band', band: 'B3' })
    expect(subtractable({ ...band, band: 'B3' }, composite, bands, false)?.b).toMatchObject({ band: 'B1' })
    expect(subtractable(composite, composite, bands, false)).toBeUndefined()
  })
})
