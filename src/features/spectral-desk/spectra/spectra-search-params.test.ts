import { expect, test } from 'vitest'
import { nextNumber, sampleColour, sampleName, type Sample } from './samples.ts'
import { readSpectra, writeSpectra, type SpectraState } from './spectra-search-params.ts'

const point: Sample = { kind: 'point', number: 1, name: '', isShown: true, place: [13.041234, -52.3] }
const named: Sample = { kind: 'point', number: 3, name: 'Pine, old & tall', isShown: false, place: [-0.5, 0] }
const region: Sample = {
  kind: 'region',
  number: 2,
  name: 'Lake',
  isShown: true,
  area: { type: 'Polygon', coordinates: [[[13, 52], [13.01, 52], [13.01, 52.01], [13, 52]]] },
} // prettier-ignore

const state: SpectraState = {
  samples: [point, named, region],
  curve: 'derivative',
  smoothing: 9,
  compared: ['grass', 'own.1f.2'],
  likeness: 3,
  withinRad: 0.05,
}

test('comes back from the address as it was', () => {
  const written = writeSpectra(new URLSearchParams('show=formula'), state)
  expect(written.get('show')).toBe('formula')
  expect(readSpectra(new URLSearchParams(written.toString()))).toEqual(state)
})

test('is short, and empty when all is as usual', () => {
  const written = writeSpectra(new URLSearchParams(), {
    samples: [point],
    curve: 'reflectance',
    smoothing: 3,
    withinRad: 0.1,
  })
  expect(written.toString()).toBe('spectra=1*13.041234_-52.3')
  expect(writeSpectra(written, { samples: [], likeness: null }).toString()).toBe('')
  expect(writeSpectra(new URLSearchParams('like=2'), { curve: 'continuum' }).toString()).toBe('like=2&curve=continuum')
})

test('leaves out what can not be read', () => {
  const read = readSpectra(
    new URLSearchParams('spectra=1*900_10**x**2*13_52**2*14_52**3*nonsense**4&curve=fast&smooth=4&like=x&within=-1'),
  )
  expect(read.samples).toEqual([{ kind: 'point', number: 2, name: '', isShown: true, place: [13, 52] }])
  expect(read).toMatchObject({ curve: 'reflectance', smoothing: 3, likeness: null, withinRad: 0.1 })
})

test('numbers are given again, names and colours follow them', () => {
  expect(nextNumber([point, named])).toBe(2)
  expect(nextNumber([])).toBe(1)
  expect([point, named, { ...region, name: '' }].map(sampleName)).toEqual(['Point 1', 'Pine, old & tall', 'Region 2'])
  expect(sampleColour(9)).toBe('--series-1')
})
