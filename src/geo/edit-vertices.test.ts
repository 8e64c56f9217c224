import { expect, test } from 'vitest'
import { insertVertex, moveArea, moveVertex, removeRing, removeVertex, vertexAt, vertexStep } from './edit-vertices.ts'
import { polygonsOf, type Area } from './rings.ts'
import { box } from './shapes.ts'

const triangle = [
  [0.4, 0.4],
  [0.5, 0.6],
  [0.6, 0.4],
  [0.4, 0.4],
]
const area: Area = { type: 'MultiPolygon', coordinates: [[...box(0, 0, 1, 1).coordinates, triangle], box(2, 0, 3, 1).coordinates] } // prettier-ignore

test('steps go through outline, hole and next part, and round again', () => {
  let at = vertexStep(area, null, 1)
  const seen = [at]
  for (let i = 0; i < 10; i++) seen.push((at = vertexStep(area, at, 1)))
  expect(seen[0]).toEqual({ part: 0, ring: 0, index: 0 })
  expect(seen[4]).toEqual({ part: 0, ring: 1, index: 0 })
  expect(seen[7]).toEqual({ part: 1, ring: 0, index: 0 })
  expect(vertexStep(area, seen[10]!, 1)).toEqual(seen[0])
  expect(vertexStep(area, seen[0]!, -1)).toEqual(seen[10])
  expect(vertexStep(area, null, -1)).toEqual(seen[10])
})

test('the first corner moves with the point that closes the ring', () => {
  const moved = moveVertex(area, { part: 0, ring: 0, index: 0 }, [-1, -1])
  const [ring = []] = polygonsOf(moved)[0]!
  expect([ring[0], ring.at(-1)]).toEqual([
    [-1, -1],
    [-1, -1],
  ])
  expect(polygonsOf(moved)[1]).toEqual(polygonsOf(area)[1])
})

test('a corner is put into the middle of the side behind, also of the last', () => {
  const last = { part: 1, ring: 0, index: 3 }
  const more = insertVertex(area, last)
  expect(vertexAt(more, { ...last, index: 4 })).toEqual([2, 0.5])
  expect(vertexAt(insertVertex(box(179, 0, -179, 1), { part: 0, ring: 0, index: 0 }), { part: 0, ring: 0, index: 1 })).toEqual([180, 0]) // prettier-ignore
})

test('a hole of three corners goes with one of them, an outline of three stays', () => {
  const four = removeVertex(area, { part: 1, ring: 0, index: 0 })
  expect(four && polygonsOf(four)[1]?.[0]).toHaveLength(4)
  expect(four && removeVertex(four, { part: 1, ring: 0, index: 0 })).toBeNull()
  const solid = removeVertex(area, { part: 0, ring: 1, index: 2 })
  expect(solid && polygonsOf(solid)[0]).toHaveLength(1)
})

test('the last part leaves nothing', () => {
  const one = removeRing(area, { part: 0, ring: 0 })
  expect(one).toEqual(box(2, 0, 3, 1))
  expect(one && removeRing(one, { part: 0, ring: 0 })).toBeNull()
})

test('moved as a whole, holes included, and not past a pole', () => {
  const moved = moveArea(area, [1, 2])
  expect(vertexAt(moved, { part: 0, ring: 1, index: 1 })).toEqual([1.5, 2.6])
  expect(vertexAt(moveArea(area, [0, 95]), { part: 0, ring: 0, index: 0 })).toEqual([0, 90])
})
