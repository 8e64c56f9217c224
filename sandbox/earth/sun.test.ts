import { expect, test } from 'vitest'
import { earthSunDistanceAu, overpassHour, sunPosition } from './sun.ts'

test('the sun stands where almanacs put it', () => {
  // Greenwich at the solstice, noon of mean time: 90 - 51.48 + 23.44
  const noon = sunPosition(0, 51.48, Date.UTC(2025, 5, 21, 12, 2))
  expect(noon.elevationDeg).toBeCloseTo(61.96, 0)
  expect(Math.abs(noon.azimuthDeg - 180)).toBeLessThan(1.5)
  // Overhead at the equator at the equinox; the equation of time puts noon 7.4 minutes late.
  expect(sunPosition(0, 0, Date.UTC(2025, 2, 20, 12, 7, 24)).elevationDeg).toBeGreaterThan(89.3)
  const morning = sunPosition(13, 52.4, Date.UTC(2025, 5, 21, 6))
  const evening = sunPosition(13, 52.4, Date.UTC(2025, 5, 21, 17))
  expect(morning.azimuthDeg).toBeGreaterThan(60)
  expect(morning.azimuthDeg).toBeLessThan(110)
  expect(evening.azimuthDeg).toBeGreaterThan(250)
  // In the south the noon sun is in the north.
  const sydney = sunPosition(151.2, -33.9, Date.UTC(2025, 5, 21, 1, 57))
  expect(Math.min(sydney.azimuthDeg, 360 - sydney.azimuthDeg)).toBeLessThan(3)
  expect(sydney.elevationDeg).toBeCloseTo(32.7, 0)
})

test('the Earth is nearest to the sun in early January', () => {
  expect(earthSunDistanceAu(Date.UTC(2025, 0, 4))).toBeCloseTo(0.9833, 3)
  expect(earthSunDistanceAu(Date.UTC(2025, 6, 4))).toBeCloseTo(1.0167, 3)
})

test('Sentinel-2 passes central Europe some 40 minutes later in local time than the equator', () => {
  expect(overpassHour(10.5, 98.6, 52.4) - 10.5).toBeGreaterThan(0.5)
  expect(overpassHour(10.5, 98.6, 52.4) - 10.5).toBeLessThan(1)
  expect(overpassHour(10.5, 98.6, 0)).toBe(10.5)
})
