import { expect, test } from 'vitest'
import { aboutMinutes, secondsLeft } from './insight-words.ts'

test('times are said in the unit that fits', () => {
  expect([0.02, 0.3, 1, 4.4, 60, 150].map(aboutMinutes)).toEqual([
    'about 5 s',
    'about 20 s',
    'about 1 min',
    'about 4 min',
    'about 60 min',
    'about 3 h',
  ])
})

test('the rest of the expected time is left, whatever odd percentages come', () => {
  expect(secondsLeft(2, 25)).toBe(90)
  expect(secondsLeft(2, 140)).toBe(0)
  expect(secondsLeft(2, -3)).toBe(120)
  expect(secondsLeft(null, 50)).toBeUndefined()
  expect(secondsLeft(0, 50)).toBeUndefined()
})
