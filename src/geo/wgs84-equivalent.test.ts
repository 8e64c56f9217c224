import { expect, test } from 'vitest'
import { wgs84Equivalent } from './wgs84-equivalent.ts'

test.each([
  [4326, 4326],
  [4258, 4326],
  [900913, 3857],
  [32633, 32633],
  [32760, 32760],
  [25832, 32632],
  [26918, 32618],
  [28356, 32756],
  [7856, 32756],
  [31983, 32723],
  [6690, 32653],
])('EPSG:%i lies where EPSG:%i does', (epsg, same) => expect(wgs84Equivalent(epsg)).toBe(same))

// LAEA Europe, British National Grid, ED50 / UTM 33N (200 m off), Lambert of Arctic Canada
test.each([3035, 27700, 23033, 3347, 0, 32661])('EPSG:%i has no equivalent', (epsg) => {
  expect(wgs84Equivalent(epsg)).toBeNull()
})
