import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { bboxOf, type Bbox } from '../../src/geo/bbox.ts'
import { foldName } from '../../src/places/fold-name.ts'
import { alternateNames } from './alternate-names.ts'
import type { City } from './places.ts'
import { regionsOf } from './regions.ts'

/** Languages whose names of countries are found, besides English. */
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'tr',
  'id',
  'ru',
  'uk',
  'ar',
  'hi',
  'ja',
  'zh',
  'ko',
]

/** The lines that src/places/place-index.ts reads: countries, regions, then places. */
export function gazetteer(places: City[]): string {
  const others = alternateNames(places)
  const regions = regionsOf(places).map(({ country, code, name, box, middle }) =>
    line(name, [], country, code, middle, 0, box),
  )
  const towns = places.map((place) =>
    line(place.name, others.get(place) ?? [], place.country, place.adminCode, place.loc.coordinates, place.population),
  )
  return [...countryLines(), ...regions, ...towns].join('\n')
}

function countryLines(): string[] {
  type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Countries
  const displayNames = LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  )
  return feature(topology, topology.objects.countries).features.flatMap(({ id, geometry, properties }) => {
    // The atlas numbers countries (ISO 3166-1 numeric), and Unicode knows the letters for each number.
    const code = /^\d{3}$/.test(String(id)) ? new Intl.Locale(`und-${id}`).region : undefined
    const box = bboxOf(geometry)
    if (!code || !/^[A-Z]{2}$/.test(code) || !box) return []
    const [english, ...names] = displayNames.map((inLanguage) => inLanguage.of(code) ?? '')
    const name = english || properties.name
    const others = [...new Set([properties.name, ...names])].filter(
      (other) => other && foldName(other) !== foldName(name),
    )
    const [west, south, east, north] = box
    const middle = [west + (east >= west ? east - west : east - west + 360) / 2, (south + north) / 2]
    return [line(name, others, code, '', middle, 0, box)]
  })
}

function line(
  name: string,
  others: string[],
  country: string,
  region: string,
  at: number[],
  population: number,
  box?: Bbox,
): string {
  // A thousandth of a degree, about 100 m: closer than a city's middle is defined.
  const [lng = 0, lat = 0] = at.map((degrees) => Math.round(degrees * 1000))
  const cells = [name, others.join('|'), country, region, lng, lat, population]
  return [...cells, ...(box ? [box.map((value) => value.toFixed(2)).join(',')] : [])].join('\t')
}
