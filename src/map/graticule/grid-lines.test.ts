import { expect, test } from 'vitest'
import { everywhere, gridLines, multiples, spanAround } from './grid-lines.ts'

test('a line at each multiple, meridians to the edges and parallels, too', () => {
  const { coordinates } = gridLines({ west: 12.9, south: 52, east: 13.25, north: 52.2 }, 0.1)
  const constant = (axis: 0 | 1) =>
    coordinates
      .filter((line) => line.every((place) => place[axis] === line[0]?.[axis]))
      .map((line) => Number(line[0]?.[axis]?.toFixed(6)))
  expect(constant(0)).toEqual([12.9, 13, 13.1, 13.2])
  expect(constant(1)).toEqual([52, 52.1, 52.2])
  expect(multiples(0.3, 0.3, 0.1)).toHaveLength(1)
})

test('around the Earth the antimeridian is drawn once', () => {
  const { coordinates } = gridLines(everywhere, 30)
  const meridians = coordinates.filter((line) => line.every(([lng]) => lng === line[0]?.[0]))
  expect(meridians.map(([first]) => first?.[0])).toEqual([-180, -150, -120, -90, -60, -30, 0, 30, 60, 90, 120, 150])
})

test('parallels have points close enough to bend on the globe', () => {
  const [longest] = gridLines(everywhere, 30).coordinates.toSorted((a, b) => b.length - a.length)
  expect(longest).toHaveLength(73)
})

test('the span holds what is seen, stays the same for a while, and runs on over the antimeridian', () => {
  const seen = { west: 178.2, south: -18, east: 181.7, north: -16 }
  const span = spanAround(seen, 0.5)
  expect(span).toEqual({ west: 176, south: -20, east: 184, north: -16 })
  expect(spanAround({ ...seen, west: 178.4, east: 181.9 }, 0.5)).toEqual(span)
  expect(spanAround({ west: -200, south: -89, east: 200, north: 89 }, 2)).toEqual({
    west: -180,
    south: -85,
    east: 180,
    north: 85,
  })
  expect(spanAround(seen, 10)).toBe(everywhere)
})
