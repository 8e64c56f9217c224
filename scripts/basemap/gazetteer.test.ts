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
  ['Berln', 'Berlin DE 13 53'],
  ['Postdam', 'Potsdam DE 13 52'],
  ['Munchen', 'Munich DE 12 48'],
  ['Sao Paolo', 'São Paulo BR -47 -24'],
  ['Rekjavik', 'Reykjavík IS -22 64'],
  ['Constantinople', 'Istanbul TR 29 41'],
  ['Lemberg', 'Lviv UA 24 50'],
  ['Москва', 'Moscow RU 38 56'],
  ['北京', 'Beijing CN 116 40'],
  ['القاهرة', 'Cairo EG 31 30'],
  ['서울', 'Seoul KR 127 38'],
  ['st petersburg', 'Saint Petersburg RU 30 60'],
  ['springfield illinois', 'Springfield US -90 40'],
  ['monaco', 'Monaco MC 7 44'],
  ['georgia', 'Georgia GE 43 42'],
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

test('knows regions, with a box around their towns', () => {
  const [bavaria] = index.find('Bavaria', 1)
  const [west, south, east, north] = bavaria!.bbox!
  expect(bavaria).toMatchObject({ name: 'Bavaria', country: 'Germany', region: '' })
  // From Alzenau to Passau, from Oberstdorf to Bad Steben.
  for (const [found, wanted] of [
    [west, 9],
    [south, 47.3],
    [east, 13.8],
    [north, 50.4],
  ] as const) {
    expect(Math.abs(found - wanted)).toBeLessThan(0.2)
  }
  // A city that is a region is found once.
  expect(index.find('Hamburg', 9).filter(({ countryCode, population }) => countryCode === 'DE' && !population)).toEqual(
    [],
  )
})

test('tells one of ten from the others by its region', () => {
  const regions = index.find('Springfield', 8).map(({ region }) => region)
  expect(new Set(regions).size).toBe(8)
  expect(regions).toContain('Illinois')
})

test('holds the places of the world, and answers in moments', () => {
  expect(index.find('a', 1e9).length).toBeGreaterThan(3000)
  const started = performance.now()
  const queries = ['s', 'sa', 'san', 'sant', 'santa', 'xyz', 'burg', 'Sao Paolo', 'constantinpole']
  for (const query of queries) index.find(query, 8)
  expect((performance.now() - started) / queries.length).toBeLessThan(50)
})
