import { expect, it } from 'vitest'
import { forward, inverse } from './projection.ts'

it('projects to web Mercator as PROJ does, and back', () => {
  const [x, y] = forward([13.0694, 52.3906], 3857)
  expect(x).toBeCloseTo(1454878.95297361, 3)
  expect(y).toBeCloseTo(6871061.42934286, 3)
  const [lng, lat] = inverse([x, y], 3857)
  expect(lng).toBeCloseTo(13.0694, 10)
  expect(lat).toBeCloseTo(52.3906, 10)
})

it('leaves geographic coordinates alone and reaches UTM', () => {
  expect(forward([1, 2], 4326)).toEqual([1, 2])
  expect(inverse([1, 2], 4326)).toEqual([1, 2])
  const [lng, lat] = inverse(forward([13.07, 52.39], 32633), 32633)
  expect(lng).toBeCloseTo(13.07, 10)
  expect(lat).toBeCloseTo(52.39, 10)
})

it('names the code it does not know', () => {
  expect(() => forward([0, 0], 3035)).toThrow(/EPSG:3035 is not supported/)
  expect(() => inverse([0, 0], 3035)).toThrow(/EPSG:3035 is not supported/)
})
