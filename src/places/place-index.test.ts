import { expect, test } from 'vitest'
import { foldedSpellings, foldName } from './fold-name.ts'
import { createPlaceIndex } from './place-index.ts'

const row = (name: string, others: string, country: string, region: string, population: number, box = '') =>
  [name, others, country, region, 13_000, 52_000, population, ...(box ? [box] : [])].join('\t')

const index = createPlaceIndex(
  [
    row('Köln', 'Cologne|Keulen', 'DE', '', 963_000),
    row('Cologne', '', 'IT', '', 7000),
    row('Vienna', 'Wien', 'AT', '', 1_700_000),
    row('Vienna', '', 'US', 'VA', 16_000),
    row('São Paulo', '', 'BR', '', 10_000_000),
    row('York', '', 'GB', '', 150_000),
    row('New York City', '', 'US', 'NY', 8_000_000),
    row('San', '', 'ML', '', 66_000),
    row('San Francisco', '', 'US', 'CA', 850_000),
    row('Łódź', '', 'PL', '', 760_000),
    row('Austria', 'Österreich', 'AT', '', 0, '9.5,46.4,17.2,49'),
    row('United States of America', 'USA', 'US', '', 0, '-180,18,-66,72'),
    row('Virginia', '', 'US', 'VA', 0, '-83,36,-75,39'),
    row('Springfield', '', 'US', 'VA', 30_000),
    row('Springfield', '', 'US', 'MO', 166_000),
    row('Missouri', '', 'US', 'MO', 0, '-95,36,-89,40'),
    row('Saint Petersburg', 'Leningrad|Petersburg', 'RU', '', 5_000_000),
    row('Monaco', '', 'MC', '', 0, '7.4,43.7,7.5,43.8'),
    row('Munich', 'München|Monaco di Baviera|Monaco', 'DE', '02', 1_260_000),
    row('Neustadt', '', 'DE', '08', 54_000),
    ['Neustadt', '', 'DE', '11', 8_000, 50_000, 20_000].join('\t'),
    row('Potsdam', '', 'DE', '11', 145_000),
    row('Hamburg', '', 'DE', '04', 1_700_000),
    row('Hamburg', '', 'US', 'NY', 9600),
    row('Homburg', '', 'DE', '09', 43_000),
  ].join('\n'),
)
const names = (query: string) => index.find(query, 8).map(({ name, countryCode }) => `${name} ${countryCode}`)

test('folds accents, letters without a decomposition, and marks', () => {
  expect(foldName("Saint-Denis-d'Orques")).toBe('saint denis dorques')
  expect(foldName('Ærøskøbing')).toBe('aeroskobing')
  expect(foldName('ŁÓDŹ')).toBe('lodz')
  expect(foldName('Tromsø')).toBe('tromso')
  expect(foldName('Gießen')).toBe('giessen')
  expect(foldName('Şan‘ā’')).toBe('sana')
  expect(foldedSpellings('Köln')).toEqual(['koln', 'koeln'])
  expect(foldedSpellings('Paris')).toEqual(['paris'])
})

test.each(['Köln', 'koln', 'KOELN', 'Keulen'])('finds Köln as %s', (query) => {
  expect(names(query)[0]).toBe('Köln DE')
})

test('by another name it says so; the larger comes first', () => {
  expect(names('Cologne')).toEqual(['Köln DE', 'Cologne IT'])
  expect(index.find('wien', 1)[0]).toMatchObject({ name: 'Vienna', alsoKnownAs: 'Wien', country: 'Austria' })
  expect(index.find('vienna', 1)[0]?.alsoKnownAs).toBeUndefined()
  expect(index.find('petersburg', 1)[0]).toMatchObject({ name: 'Saint Petersburg' })
  expect(index.find('petersburg', 1)[0]?.alsoKnownAs).toBeUndefined()
})

test('without accents and with them, while it is still being typed', () => {
  for (const query of ['Sao Paulo', 'São Paulo', 'sao pa', 'são']) expect(names(query)[0]).toBe('São Paulo BR')
  expect(names('lodz')).toEqual(['Łódź PL'])
})

test('weighs how well it fits against how large it is', () => {
  expect(names('york')).toEqual(['York GB', 'New York City US'])
  expect(names('san').slice(0, 2)).toEqual(['San ML', 'San Francisco US'])
  expect(names('sa')[0]).toBe('São Paulo BR')
})

test('says where behind a comma: a country, its code, or a state', () => {
  expect(names('vienna, va')).toEqual(['Vienna US'])
  expect(names('Vienna, united sta')).toEqual(['Vienna US'])
  expect(names('Vienna, Österreich')).toEqual(['Vienna AT'])
  expect(names('Vienna, Brazil')).toEqual([])
  expect(names('vienna virginia')).toEqual(['Vienna US'])
  expect(names('Vienna, Virgnia')).toEqual(['Vienna US'])
  expect(index.find('springfield', 2).map(({ region }) => region)).toEqual(['Missouri', 'Virginia'])
})

test('countries are places with a box', () => {
  expect(index.find('osterreich', 1)[0]).toMatchObject({ name: 'Austria', bbox: [9.5, 46.4, 17.2, 49] })
})

test('nothing is found by nothing, nor by what no name holds', () => {
  for (const query of ['', '  ', '-', 'xyzzy']) expect(names(query)).toEqual([])
})

test.each([
  ['Postdam', 'Potsdam DE'],
  ['Ptsdam', 'Potsdam DE'],
  ['Pottsdam', 'Potsdam DE'],
  ['Potzdm', undefined],
  ['Postda', 'Potsdam DE'],
  ['Hambrug', 'Hamburg DE'],
  ['ahmburg', 'Hamburg DE'],
  ['Sao Paolo', 'São Paulo BR'],
  ['Munchn', 'Munich DE'],
  ['New Yrok', 'New York City US'],
  ['st petersburg', 'Saint Petersburg RU'],
  ['Yrk', undefined],
])('mistyped as %s it finds %s', (typed, found) => expect(names(typed)[0]).toBe(found))

test('guesses nothing where something is written as typed and worth more', () => {
  expect(names('Hamburg')).toEqual(['Hamburg DE', 'Hamburg US'])
  // By a name in another language a city is worth less than what is called so at home.
  expect(names('Monaco')).toEqual(['Monaco MC', 'Munich DE'])
})

test('what is in view comes before what is larger elsewhere; in a view of the Earth size counts', () => {
  const first = (lngLat: [number, number], radiusKm: number) =>
    index.find('neustadt', 1, { lngLat, radiusKm })[0]!.population
  expect(index.find('neustadt', 1)[0]!.population).toBe(54_000)
  expect(first([8.1, 50.1], 40)).toBe(20_000)
  expect(first([8.1, 50.1], 9000)).toBe(54_000)
  expect(first([-120, 0], 40)).toBe(54_000)
})
