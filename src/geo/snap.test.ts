import { expect, test } from 'vitest'
import { snapPosition } from './snap.ts'

// A pixel a thousandth of a degree, north up.
const project = (lng: number, lat: number) => ({ x: lng * 1000, y: -lat * 1000 })
const ring = [
  [0, 0],
  [0.1, 0],
  [0.1, 0.1],
  [0, 0],
]

test('a corner wins over a nearer side', () => {
  expect(snapPosition({ x: 95, y: 0 }, [ring], project, 12)).toEqual([0.1, 0])
})

test('on a side it is the foot of the plumb line', () => {
  const [lng = 0, lat = 0] = snapPosition({ x: 50, y: 7 }, [ring], project, 12) ?? []
  expect(lng).toBeCloseTo(0.05, 9)
  expect(lat).toBeCloseTo(0, 9)
})

test('out of reach nothing happens; of two corners the nearer counts', () => {
  expect(snapPosition({ x: 50, y: 13 }, [ring], project, 12)).toBeUndefined()
  expect(snapPosition({ x: 50, y: 13 }, [], project, 12)).toBeUndefined()
  const other = [[0.104, 0]]
  expect(snapPosition({ x: 103, y: 0 }, [ring, other], project, 12)).toEqual([0.104, 0])
})
