import { describe, expect, it } from 'vitest'
import type { BandTable } from './bands.ts'
import { wavelengthToNm } from './bands.ts'
import { bind } from './bind.ts'
import { parseFormula } from './parse.ts'
import { fireflyBands as firefly, landsatBands as landsat, sentinel2Bands as sentinel2 } from './satellite-bands.ts'

const bindText = (text: string, bands: BandTable) => {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return bind(parsed.tree, bands)
}
const namesIn = (text: string, bands: BandTable) => {
  const bound = bindText(text, bands)
  return bound.ok ? bound.references.flatMap(({ indices }) => indices.map((i) => bands[i]?.name)) : bound.errors
}

describe('bind', () => {
  it('resolves roles to the bands each sensor is usually read with', () => {
    expect(namesIn('nir + red + green + blue', firefly)).toEqual(['B118', 'B062', 'B022', 'B009'])
    expect(namesIn('nir + red + rededge + swir16 + swir22', sentinel2)).toEqual(['B08', 'B04', 'B05', 'B11', 'B12'])
    expect(namesIn('nir + red + blue + swir22', landsat)).toEqual(['nir08', 'red', 'blue', 'swir22'])
  })

  it('prefers common names where the table has them, nearest to the colour among many', () => {
    const bands = [
      { name: 'x1', wavelengthNm: 800, commonName: 'nir' },
      { name: 'x2', wavelengthNm: 850, commonName: 'nir' },
      { name: 'x3', wavelengthNm: 854, commonName: 'lwir' },
    ]
    expect(namesIn('nir', bands)).toEqual(['x2'])
  })

  it('takes the nearest band to a wavelength, within 15 nm or within the width of the band', () => {
    expect(namesIn('R854 - R672', firefly)).toEqual(['B118', 'B062'])
    expect(namesIn('R670', sentinel2)).toEqual(['B04'])
    expect(namesIn('R800', [{ name: 'B08', wavelengthNm: 833, fwhmNm: 106 }])).toEqual(['B08'])
    const missed = bindText('1 + R800', [{ name: 'B08', wavelengthNm: 833 }])
    expect(missed).toMatchObject({ ok: false, errors: [{ start: 4, end: 8, message: /.*/ }] })
  })

  it('turns a range into the mean of its bands', () => {
    const bound = bindText('R850:860 * 2', firefly)
    expect(bound).toMatchObject({ ok: true, bandsUsed: [116, 117, 118] })
    expect(bound.ok && bound.tree).toMatchObject({ left: { kind: 'call', name: 'mean' } })
  })

  it('says which band is missing and what is nearest, for every reference at once', () => {
    const bound = bindText('(swir16 - R1610) / (B200 + R1500:1600)', firefly)
    if (bound.ok) throw new Error('bound')
    expect(bound.errors.map(({ start, end }) => [start, end])).toEqual([
      [1, 7],
      [10, 15],
      [20, 24],
      [27, 37],
    ])
    expect(bound.errors[0]?.message).toMatch(/no shortwave-infrared.*nearest is B135 at 909 nm/)
    expect(bound.errors[2]?.message).toBe('This sensor has no band "B200": it has B001 to B135')
  })

  it('guesses what a name was meant to be', () => {
    const bound = bindText('B4', sentinel2)
    expect(!bound.ok && bound.errors[0]?.message).toMatch(/did you mean B04\?/)
    expect(namesIn('b8a', sentinel2)).toEqual(['B8A'])
  })

  it('lists each band used once', () => {
    expect(bindText('(B08-B04)/(B08+B04)', sentinel2)).toMatchObject({ bandsUsed: [3, 7] })
  })
})

it('brings micrometres and nanometres to one unit', () => {
  expect(wavelengthToNm(0.443)).toBeCloseTo(443)
  expect(wavelengthToNm(2.2)).toBeCloseTo(2200)
  expect(wavelengthToNm(490)).toBe(490)
})
