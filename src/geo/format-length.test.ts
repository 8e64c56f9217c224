import { expect, test } from 'vitest'
import { formatLengthKm } from './format-length.ts'

test.each([
  [0.0123, '12.3 m'],
  [0.85, '850 m'],
  [1.2345, '1.23 km'],
  [99.96, '100 km'],
  [1234.4, '1,234 km'],
  [NaN, '–'],
])('%s km is %s', (km, words) => expect(formatLengthKm(km)).toBe(words))
