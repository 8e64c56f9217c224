import { describe, expect, it } from 'vitest'
import { readPicture } from '../picture/picture-search-params.ts'
import { isBUntouched, pictureOfB, readCompare, writeCompare, type Compare } from './compare-search-params.ts'

const usual = readCompare(new URLSearchParams())
const reread = (compare: Compare) =>
  readCompare(new URLSearchParams(writeCompare(new URLSearchParams(), compare).toString()))

describe('the comparison in the URL', () => {
  it('comes back as it was written', () => {
    const compare: Compare = {
      versus: 'difference',
      'b-asset': 'a b/c',
      divider: 12.5,
      'blink-ms': 400,
      'difference-range': 0.25,
      'difference-colours': 'PuOr_r',
      picture: { ...usual.picture, show: 'formula', f: 'nir / red', 'f-range': [0, 4], 'f-breaks': [1, 2] },
    }
    expect(reread(compare)).toEqual(compare)
  })

  it('leaves out what is as usual, and the words of A alone', () => {
    const params = writeCompare(new URLSearchParams('f=nir&b-f=red&versus=swipe&divider=20'), usual)
    expect(params.toString()).toBe('f=nir')
  })

  it('keeps of B what it does not share with A', () => {
    const picture = readPicture(new URLSearchParams('f=red&mask=nir&nodata=0&scale=2&opacity=40'))
    expect(writeCompare(new URLSearchParams(), { ...usual, picture }).toString()).toBe('b-f=red')
    const a = readPicture(new URLSearchParams('f=nir&mask=red&opacity=10'))
    expect(pictureOfB(picture, a)).toMatchObject({ f: 'red', mask: 'red', nodata: null, opacity: 10 })
  })

  it('tells whether B was ever chosen', () => {
    expect(isBUntouched(usual)).toBe(true)
    expect(isBUntouched({ ...usual, picture: { ...usual.picture, f: 'nir' } })).toBe(false)
  })

  it.each([
    ['versus', 'cube'],
    ['divider', '101'],
    ['divider', 'left'],
    ['blink-ms', '10'],
    ['difference-range', '0'],
    ['difference-range', '-1'],
    ['b-f-range', '1,0'],
  ])('takes %s=%s for nothing said', (name, value) => {
    expect(readCompare(new URLSearchParams([[name, value]]))).toEqual(usual)
  })
})
