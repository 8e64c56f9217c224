import { expect, test } from 'vitest'
import { collectionSchema } from '#src/contract/archive.ts'
import { collectionFacts } from './collection-facts.ts'

const facts = (collection: object) => collectionFacts(collectionSchema.parse({ id: 'c', ...collection }))

test('a collection that tells nothing is named by its id', () => {
  expect(facts({})).toEqual({ name: 'c', bands: [], providers: '' })
  expect(facts({ summaries: 'none', title: 'C', extent: { temporal: { interval: [[null, null]] } } })).toEqual({
    name: 'C',
    bands: [],
    providers: '',
  })
})

test('the finest distance, the bands in order and in nm, the ends of its time', () => {
  const bands = [
    { name: 'B2', center_wavelength: 0.8 },
    { name: 'B1', center_wavelength: 490 },
  ]
  expect(
    facts({
      summaries: { gsd: [30, 10], 'eo:bands': bands },
      providers: [{ name: 'A' }, {}, { name: 'B' }],
      extent: { temporal: { interval: [['2025-01-01T00:00:00Z', null]] } },
    }),
  ).toEqual({
    name: 'c',
    gsdM: 10,
    bands: [
      { name: 'B1', wavelengthNm: 490 },
      { name: 'B2', wavelengthNm: 800 },
    ],
    first: '2025-01-01T00:00:00Z',
    providers: 'A, B',
  })
})
