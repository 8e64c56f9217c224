import { beforeAll, expect, test } from 'vitest'
import { createPlaceIndex, type PlaceIndex } from '../../src/places/place-index.ts'
import { gazetteer } from './gazetteer.ts'
import { readPlaces } from './places.ts'

let index: PlaceIndex
beforeAll(() => {
  index = createPlaceIndex(gazetteer(readPlaces()))
})
const first = (query: string) => {
  const [place] = index.find(query, 1)
  return place && [place.name, place.countryCode, ...place.lngLat.map(Math.round)].join(' ')
}

test.each([
  ['köln', 'Köln DE 7 51'],
  ['koeln', 'Köln DE 7 51'],
  ['cologne', 'Köln DE 7 51'],
  ['sao paulo', 'São Paulo BR -47 -24'],
  ['wien', 'Vienna AT 16 48'],
  ['münchen', 'Munich DE 12 48'],
  ['Muenchen', 'Munich DE 12 48'],
  ['Rome', 'Rome IT 13 42'],
  ['mailand', 'Milan IT 9 45'],
  ['kyiv', 'Kyiv UA 31 50'],
  ['bombay', 'Mumbai IN 73 19'],
  ['saigon', 'Ho Chi Minh City VN 107 11'],
  ['new york', 'New York City US -74 41'],
  ['potsdam', 'Potsdam DE 13 52'],
  ['paris, tx', 'Paris US -96 34'],
  ['istanbul', 'Istanbul TR 29 41'],
])('finds %s', (query, place) => expect(first(query)).toBe(place))

test('knows countries in several languages, with a box that may cross the antimeridian', () => {
  expect(index.find('deutschland', 1)[0]).toMatchObject({
    name: 'Germany',
    countryCode: 'DE',
    alsoKnownAs: 'Deutschland',
  })
  const [fiji] = index.find('fiji', 1)
  expect(fiji!.bbox![0]).toBeGreaterThan(fiji!.bbox![2])
})

test('holds the places of the world, and answers in moments', () => {
  expect(index.find('a', 1e9).length).toBeGreaterThan(3000)
  const started = performance.now()
  for (const query of ['s', 'sa', 'san', 'sant', 'santa', 'xyz', 'burg']) index.find(query, 8)
  expect((performance.now() - started) / 7).toBeLessThan(100)
})
