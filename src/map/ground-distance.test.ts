import { expect, test } from 'vitest'
import { groundDistance, roundScale } from './ground-distance.ts'

test('a degree of the equator is 111.2 km, and the way over the antimeridian is short', () => {
  expect(groundDistance([0, 0], [1, 0])).toBeCloseTo(111_195, -1)
  expect(groundDistance([179.5, 0], [-179.5, 0])).toBeCloseTo(111_195, -1)
})

test.each([
  [7300, '5 km', 5000 / 7300],
  [999, '500 m', 500 / 999],
  [2_000_000, '2000 km', 1],
  [12, '10 m', 10 / 12],
  [0.31, '0.2 m', 0.2 / 0.31],
])('%d metres are shown as %s', (metres, label, share) => {
  const scale = roundScale(metres)
  expect(scale.label).toBe(label)
  expect(scale.share).toBeCloseTo(share, 9)
})
