import { expect, test } from 'vitest'
import { formatLngLat } from './format-lng-lat.ts'

test('says hemispheres by letter and shows more digits closer in', () => {
  expect(formatLngLat({ lng: 13.06449, lat: 52.39058 }, 9)).toBe('52.391° N, 13.064° E')
  expect(formatLngLat({ lng: -70.5, lat: -33.4 }, 2)).toBe('33.4° S, 70.5° W')
  expect(formatLngLat({ lng: 0, lat: 0 }, 22)).toBe('0.000000° N, 0.000000° E')
})
