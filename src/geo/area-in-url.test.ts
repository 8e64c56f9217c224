import { expect, test } from 'vitest'
import { areaFromUrl, areaToUrl } from './area-in-url.ts'
import type { Area } from './rings.ts'
import { box } from './shapes.ts'

const withHole: Area = {
  type: 'MultiPolygon',
  coordinates: [
    [
      ...box(-70.123456, -33.5, -70, -33).coordinates,
      [
        [-70.1, -33.4],
        [-70.1, -33.1],
        [-70.05, -33.1],
        [-70.1, -33.4],
      ],
    ],
    box(179.5, 10, 180, 10.000001).coordinates,
  ],
}

test('an area comes back as it was, holes and parts too', () => {
  expect(areaFromUrl(areaToUrl(withHole))).toEqual(withHole)
  const single = box(13, 52.3, 13.2, 52.45)
  expect(areaFromUrl(areaToUrl(single))).toEqual(single)
})

test('corners do not drift along a long ring', () => {
  const ring = Array.from({ length: 900 }, (_, i) => [13 + 0.1 * Math.cos(i / 143.2), 52 + 0.1 * Math.sin(i / 143.2)])
  const area: Area = { type: 'Polygon', coordinates: [[...ring, [...ring[0]!]]] }
  const back = areaFromUrl(areaToUrl(area)) as typeof area
  for (const [i, [lng = 0, lat = 0]] of back.coordinates[0]!.entries()) {
    expect(Math.abs(lng - area.coordinates[0]![i]![0]!)).toBeLessThan(1e-6)
    expect(Math.abs(lat - area.coordinates[0]![i]![1]!)).toBeLessThan(1e-6)
  }
  expect(areaToUrl(area).length).toBeLessThan(10_000)
})

test('search parameters write it as it is', () => {
  const text = areaToUrl(withHole)
  expect(new URLSearchParams({ area: text }).toString()).toBe(`area=${text}`)
})

test('addresses written by hand may name a box or WKT', () => {
  expect(areaFromUrl('13,52.3,13.2,52.45')).toEqual(box(13, 52.3, 13.2, 52.45))
  expect(areaFromUrl('POLYGON((13 52, 14 52, 14 53, 13 52))')?.type).toBe('Polygon')
})

test('broken text is no area', () => {
  for (const text of ['', null, 'hello', '1_2_3', '1_2_3_4_5_', 'a_b_c_d', '1_2_3_4_5_6..', '99999999999_1_1_1_1_1'])
    expect(areaFromUrl(text)).toBeNull()
})
