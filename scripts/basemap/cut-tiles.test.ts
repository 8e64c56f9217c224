import { expect, test } from 'vitest'
import { clipLine, clipRing } from './clip.ts'
import { cutTiles, type Shape } from './cut-tiles.ts'
import { projectPath, signedArea, unwrapRing } from './mercator.ts'
import { poleOfInaccessibility } from './pole-of-inaccessibility.ts'
import { roundCorners, simplify } from './simplify.ts'

test('a ring is cut at both sides', () => {
  const cut = clipRing([0, 0, 10, 0, 10, 10, 0, 10], 0, 2, 5)
  expect(Math.abs(signedArea(cut))).toBe(30)
})

test('a line that leaves and comes back gives two', () => {
  expect(clipLine([0, 0, 10, 0, 10, 1, 0, 1], 0, 2, 5)).toEqual([
    [2, 0, 5, 0],
    [5, 1, 2, 1],
  ])
})

test('simplifying keeps the corners that matter', () => {
  expect(simplify([0, 0, 5, 0.1, 10, 0, 10, 10], 0.5)).toEqual([0, 0, 10, 0, 10, 10])
  expect(simplify([0, 0, 5, 3, 10, 0], 0.5)).toEqual([0, 0, 5, 3, 10, 0])
})

test('rounding keeps the ends of a line, and closes a ring', () => {
  expect(roundCorners([0, 0, 4, 0, 4, 4], false)).toEqual([0, 0, 1, 0, 3, 0, 4, 1, 4, 3, 4, 4])
  const ring = roundCorners([0, 0, 4, 0, 4, 4, 0, 0], true)
  expect(ring.slice(0, 2)).toEqual(ring.slice(-2))
})

test('a ring across the antimeridian runs on instead of around the world', () => {
  const ring = unwrapRing([
    [178, 0],
    [-178, 0],
    [-178, 4],
    [178, 4],
    [178, 0],
  ])
  expect(ring.map(([lng]) => lng)).toEqual([178, 182, 182, 178, 178])
})

test('a ring around a pole is closed by way of the pole', () => {
  const around = unwrapRing([
    [-120, -70],
    [0, -70],
    [120, -70],
    [-120, -70],
  ])
  expect(around.slice(-3)).toEqual([
    [240, -90],
    [-120, -90],
    [-120, -70],
  ])
})

test('a shape across the antimeridian is in the tiles of both sides, and only there', () => {
  const ring = projectPath(
    unwrapRing([
      [170, -20],
      [-170, -20],
      [-170, 20],
      [170, 20],
      [170, -20],
    ]),
  )
  const shape: Shape = { layer: 'land', kind: 'polygon', paths: [ring], properties: {}, minZoom: 2, maxZoom: 2 }
  expect([...cutTiles([shape], 2).keys()].toSorted()).toEqual(['2/0/1', '2/0/2', '2/3/1', '2/3/2'])
})

test('a place is in one tile only, also on an edge', () => {
  const shape: Shape = { layer: 'place', kind: 'point', paths: [[0.5, 0.5]], properties: {}, minZoom: 0, maxZoom: 1 }
  expect([...cutTiles([shape], 1).keys()]).toEqual(['0/0/0', '1/1/1'])
})

test('the label point lies inside, where there is most room', () => {
  // A U: its centre of mass is outside of it.
  const [lng = 0, lat = 0] = poleOfInaccessibility([
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [8, 10],
      [8, 4],
      [2, 4],
      [2, 10],
      [0, 10],
      [0, 0],
    ],
  ])
  expect(lat).toBeLessThan(3)
  expect(lat).toBeGreaterThan(1.5)
  expect(lng).toBeGreaterThan(1.5)
})
