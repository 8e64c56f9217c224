import { expect, it } from 'vitest'
import { formatAreaKm2 } from './format-area.ts'

it.each([
  [1234567, '1,234,567 km²'],
  [123.4, '123 km²'],
  [12.34, '12.3 km²'],
  [1, '1 km²'],
  [0.456, '45.6 ha'],
  [0.0085, '8,500 m²'],
  [0.00005, '50 m²'],
  [NaN, '–'],
])('%d is %s', (km2, text) => {
  expect(formatAreaKm2(km2)).toBe(text)
})

it('keeps to a unit when asked', () => {
  expect(formatAreaKm2(12.34, 'ha')).toBe('1,234 ha')
  expect(formatAreaKm2(0.456, 'km2')).toBe('0.456 km²')
})
