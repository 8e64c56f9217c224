import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { bboxOf } from '../../src/geo/bbox.ts'
import { foldedSpellings, foldName } from '../../src/places/fold-name.ts'
import { OTHER_NAMES } from './other-names.ts'
import type { City } from './places.ts'

/** Languages whose names of countries are found, besides English. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'tr', 'id']

/** The lines that src/places/place-index.ts reads: countries, then places. */
export function gazetteer(places: City[]): string {
  const others = otherNames(places)
  const lines = places.map((place) =>
    line(place.name, others.get(place) ?? [], place.country, regionOf(place), place.loc.coordinates, place.population),
  )
  return [...countryLines(), ...lines].join('\n')
}

/** Which place each group of names belongs to: the largest of that country with one of them. Throws for a group without one. */
export function otherNames(places: City[]): Map<City, string[]> {
  const found = new Map<City, string[]>()
  for (const [country, groups] of Object.entries(OTHER_NAMES)) {
    const here = places.filter((place) => place.country === country)
    for (const group of groups) {
      const names = group.split('|')
      const wanted = new Set(names.map(foldName))
      const place = here.find(({ name }) => wanted.has(foldName(name)))
      if (!place) throw new Error(`No place of ${country} is called ${group.replaceAll('|', ' or ')}`)
      const known = new Set(foldedSpellings(place.name))
      found.set(
        place,
        names.filter((name) => !known.has(foldName(name))),
      )
    }
  }
  return found
}

/** In the United States and nowhere else the state is given in letters that people know. */
const regionOf = ({ country, adminCode }: City) => (country === 'US' && /^[A-Z]{2}$/.test(adminCode) ? adminCode : '')

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
    return [`${line(name, others, code, '', middle, 0)}\t${box.map((value) => value.toFixed(2)).join(',')}`]
  })
}

function line(
  name: string,
  others: string[],
  country: string,
  region: string,
  at: number[],
  population: number,
): string {
  // A thousandth of a degree, about 100 m: closer than a city's middle is defined.
  const [lng = 0, lat = 0] = at.map((degrees) => Math.round(degrees * 1000))
  return [name, others.join('|'), country, region, lng, lat, population].join('\t')
}
