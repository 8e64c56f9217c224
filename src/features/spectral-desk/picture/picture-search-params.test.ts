import { describe, expect, it } from 'vitest'
import { readPicture, writePicture, type Picture } from './picture-search-params.ts'

const usual = readPicture(new URLSearchParams())
const reread = (change: Partial<Picture>) =>
  readPicture(new URLSearchParams(writePicture(new URLSearchParams(), change).toString()))

describe('the picture in the URL', () => {
  it('comes back as it was written', () => {
    const change: Partial<Picture> = {
      show: 'formula',
      rgb: 'R650; R550; R480',
      'rgb-ranges': [
        [0, 0.25],
        [-0.1, 0.3],
        [1e-7, 0.2],
      ],
      'rgb-gamma': 1.4,
      f: '(R854 - R672) / (R854 + R672) > 0 && nir # +?',
      'f-range': [-0.2, 0.9],
      'f-colours': 'RdYlGn_r',
      'f-breaks': [-0.5, 0, 0.25],
      'f-classes': ['2b83ba', 'c8a878', 'f7e4a0', '1a7a32'],
      'f-labels': ['Water, snow', 'Bare', '', 'abcdef'],
      band: 'R720',
      'band-range': [0, 0.4],
      percentiles: [0.5, 99.5],
      opacity: 60,
      mask: 'nir > 0.1',
      nodata: -32768,
      scale: 0.0001,
    }
    expect(reread(change)).toEqual({ ...usual, ...change })
  })

  it('leaves out what is as usual, and other words of the URL alone', () => {
    const params = writePicture(new URLSearchParams('date=2026-05-01&f=nir&opacity=60'), {
      f: '',
      opacity: 100,
      nodata: 0,
    })
    expect(params.toString()).toBe('date=2026-05-01&nodata=0')
  })

  it.each([
    ['show', 'cube'],
    ['rgb-ranges', '0,1;0,1'],
    ['rgb-ranges', '0,1;0,1;1,0'],
    ['rgb-gamma', '-3'],
    ['f-range', '1,0'],
    ['f-range', ','],
    ['f-range', '0,Infinity'],
    ['f-range', '0,1,2'],
    ['f-breaks', '2,1'],
    ['f-breaks', ''],
    ['f-classes', 'red,green'],
    ['f', 'a'.repeat(5001)],
    ['percentiles', '2,101'],
    ['opacity', '200'],
    ['opacity', ''],
    ['nodata', 'none'],
    ['scale', '0'],
    ['scale', '-1'],
  ])('takes %s=%s for nothing said', (name, value) => {
    expect(readPicture(new URLSearchParams([[name, value]]))).toEqual(usual)
  })
})
