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
})

test('countries are places with a box', () => {
  expect(index.find('osterreich', 1)[0]).toMatchObject({ name: 'Austria', bbox: [9.5, 46.4, 17.2, 49] })
})

test('nothing is found by nothing, nor by what no name holds', () => {
  for (const query of ['', '  ', '-', 'xyzzy']) expect(names(query)).toEqual([])
})
