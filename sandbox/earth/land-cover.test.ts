import { expect, test } from 'vitest'
import { findLandCover, landCoverAt } from './land-cover.ts'
import type { LandCoverKind } from './land-cover-kinds.ts'

const water: LandCoverKind[] = ['sea', 'lake', 'river']

test.each<[name: string, lng: number, lat: number, expected: 'water' | 'land']>([
  ['mid Atlantic', -30, 40, 'water'],
  ['North Sea', 3, 56, 'water'],
  ['Baltic', 19, 57, 'water'],
  ['Mediterranean', 18, 35, 'water'],
  ['Black Sea', 34, 43, 'water'],
  ['Caspian Sea', 51, 42, 'water'],
  ['Red Sea', 38.5, 20, 'water'],
  ['Gulf of Mexico', -90, 25, 'water'],
  ['Bay of Bengal', 88, 15, 'water'],
  ['Bass Strait', 146, -39.9, 'water'],
  ['Lake Superior', -87, 47.7, 'water'],
  ['Lake Victoria', 33, -1, 'water'],
  ['Lake Baikal', 108, 53.3, 'water'],
  ['Lake Ladoga', 31.5, 60.8, 'water'],
  ['Great Salt Lake', -112.5, 41.15, 'water'],
  ['Schwielowsee', 13.055, 52.334, 'water'],
  ['Grosser Mueggelsee', 13.648, 52.437, 'water'],
  ['Phewa Tal', 83.945, 28.215, 'water'],
  ['Berlin', 13.4, 52.52, 'land'],
  ['Kathmandu', 85.32, 27.71, 'land'],
  ['Paris', 2.35, 48.86, 'land'],
  ['Fresno', -119.78, 36.75, 'land'],
  ['Ulaanbaatar', 106.9, 47.92, 'land'],
  ['Libyan desert', 25, 25, 'land'],
  ['Alice Springs', 133.87, -23.7, 'land'],
  ['Greenland ice', -40, 73, 'land'],
  ['Manaus hinterland', -61, -2.2, 'land'],
  ['Corsica', 9.1, 42.2, 'land'],
  ['Madagascar', 46.5, -19.5, 'land'],
  ['Tasmania', 146.6, -42.2, 'land'],
])('%s is as on the globe', (_, lng, lat, expected) => {
  const around = [
    [0, 0],
    [0.003, 0],
    [-0.003, 0],
    [0, 0.003],
    [0, -0.003],
  ].map(([dx = 0, dy = 0]) => landCoverAt(lng + dx, lat + dy).kind)
  const wet = around.filter((kind) => water.includes(kind)).length
  // A pond or a street may lie under the very point; the place as a whole must be right.
  if (expected === 'water') expect(wet, around.join()).toBeGreaterThanOrEqual(3)
  else expect(wet, around.join()).toBeLessThanOrEqual(2)
})

/** Share of each class on 400 points of a box of about 40 km. */
function shareOf(lng: number, lat: number, kinds: LandCoverKind[]): number {
  let hits = 0
  for (let i = 0; i < 20; i++) {
    for (let j = 0; j < 20; j++) {
      if (kinds.includes(landCoverAt(lng + (i - 10) * 0.02, lat + (j - 10) * 0.02).kind)) hits++
    }
  }
  return hits / 400
}

const forest: LandCoverKind[] = ['broadleaf forest', 'needleleaf forest', 'rain forest']
const farmed: LandCoverKind[] = ['crops', 'orchard', 'grassland']
const desert: LandCoverKind[] = ['sand', 'rock', 'bare soil', 'clay', 'iron oxide', 'salt flat']

test('biomes lie where they do: forest, farmland, desert, ice, town', () => {
  expect(shareOf(-61, -3.5, ['rain forest'])).toBeGreaterThan(0.7)
  expect(shareOf(100, 60, forest)).toBeGreaterThan(0.5)
  expect(shareOf(-93.6, 42, farmed)).toBeGreaterThan(0.6)
  expect(shareOf(75.8, 30.7, farmed)).toBeGreaterThan(0.6)
  expect(shareOf(24, 24, desert)).toBeGreaterThan(0.9)
  expect(shareOf(-40, 73, ['ice'])).toBeGreaterThan(0.95)
  expect(shareOf(13.4, 52.52, ['urban'])).toBeGreaterThan(0.3)
  expect(shareOf(13.4, 52.52, desert)).toBe(0)
})

test('the same place is always the same, and neighbours mostly alike', () => {
  let alike = 0
  for (let i = 0; i < 400; i++) {
    const lng = -120 + 0.6 * i
    const lat = 45 * Math.sin(i)
    const here = landCoverAt(lng, lat)
    expect(landCoverAt(lng, lat)).toEqual(here)
    if (landCoverAt(lng + 0.00005, lat).kind === here.kind) alike++
  }
  expect(alike).toBeGreaterThan(370)
})

test('findLandCover stands in the middle of what was asked for', () => {
  const found = findLandCover([13.05, 52.38], forest)
  expect(found).toBeDefined()
  const [lng, lat] = found!
  for (const [dx, dy] of [
    [0, 0],
    [0.0008, 0],
    [-0.0008, 0],
    [0, 0.0005],
    [0, -0.0005],
  ] as const)
    // prettier-ignore
    expect(forest).toContain(landCoverAt(lng + dx, lat + dy).kind)
  expect(landCoverAt(...findLandCover([13.05, 52.38], ['lake'], { clearM: 200 })!).waterShare).toBe(1)
  expect(findLandCover([-30, 40], forest, { withinKm: 2 })).toBeUndefined()
})
