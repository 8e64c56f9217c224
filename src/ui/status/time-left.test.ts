import { describe, expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

describe('timeLeft', () => {
  test.each([
    [0, 'under 10 s left'],
    [9.9, 'under 10 s left'],
    [31, '40 s left'],
    [54, '60 s left'],
    [58, '1 min left'],
    [200, '3 min left'],
    [3580, '1 h left'],
    [7800, '2 h 10 min left'],
    [10_790, '3 h left'],
  ])('%d s is "%s"', (seconds, words) => {
    expect(timeLeft(seconds)).toBe(words)
  })
})
