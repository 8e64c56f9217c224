import { expect, test } from 'vitest'
import { parseArea } from '#src/geo/parse-area.ts'
import type { Area } from '#src/geo/rings.ts'
import { areaToText } from './area-to-text.ts'

const ring = [
  [13.1, 52.3],
  [13.4, 52.3],
  [13.4, 52.5],
  [13.1, 52.3],
]
const hole = [
  [13.35, 52.35],
  [13.35, 52.4],
  [13.38, 52.4],
  [13.35, 52.35],
]

test.each<[string, Area]>([
  ['a plain polygon', { type: 'Polygon', coordinates: [ring] }],
  ['a polygon with a hole', { type: 'Polygon', coordinates: [ring, hole] }],
  ['two parts', { type: 'MultiPolygon', coordinates: [[ring], [ring.map(([x = 0, y = 0]) => [x + 1, y])]] }],
])('%s is read back as it was', (_name, area) => {
  const parsed = parseArea(areaToText(area))
  expect(parsed.ok && parsed.geometry.type).toBe(area.type)
  const numbers = (of: unknown) =>
    JSON.stringify(of)
      .match(/-?\d+\.?\d*/g)!
      .map(Number)
  const found = numbers(parsed.ok && parsed.geometry.coordinates)
  const wanted = numbers(area.coordinates)
  expect(found).toHaveLength(wanted.length)
  for (const [i, number] of found.entries()) expect(number).toBeCloseTo(wanted[i]!, 5)
})

test('a plain polygon is lines, latitude first', () => {
  expect(areaToText({ type: 'Polygon', coordinates: [ring] }).split('\n')).toHaveLength(3)
  expect(areaToText({ type: 'Polygon', coordinates: [ring] })).toMatch(/^52\.3/)
})
