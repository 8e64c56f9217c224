import { expect, test } from 'vitest'
import type { Area } from '#src/geo/rings.ts'
import { box } from '#src/geo/shapes.ts'
import { figuresOf } from './area-figures.ts'

test('size, length around and corners, holes and parts included', () => {
  expect(figuresOf(box(13, 52, 13.1, 52.1), true)).toBe('76.3 km² · 36 km around · 4 corners')
  const [outline = []] = box(13, 52, 13.1, 52.1).coordinates
  const [hole = []] = box(13.02, 52.02, 13.04, 52.04).coordinates
  const holed: Area = { type: 'Polygon', coordinates: [outline, hole.toReversed()] }
  expect(figuresOf(holed, true)).toBe('73.3 km² · 43.2 km around · 8 corners')
})

test('what crosses itself has no size, and says why; what can not be measured else has corners only', () => {
  const bow: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [13, 52],
        [13.1, 52.1],
        [13.1, 52],
        [13, 52.1],
        [13, 52],
      ],
    ],
  }
  expect(figuresOf(bow, true)).toBe('Crosses itself · 4 corners')
  expect(figuresOf(box(13, 52, 13.1, 52.1), false)).toBe('4 corners')
})
