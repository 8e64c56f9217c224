import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { unionCoveragePercent } from '#src/geo/coverage.ts'
import { stripFootprint } from '#sandbox/earth/footprints.ts'
import { squareAt } from '#sandbox/sandbox-for-tests.ts'
import { tasked } from './passes.ts'
import { stripProblem, stripsOver } from './strips.ts'

const footprints = (area: Parameters<typeof stripsOver>[0]) =>
  stripsOver(area).map(({ centre, lengthKm }) => stripFootprint(tasked, centre, lengthKm, 0)!.footprint)
const rectangle = (lng: number, lat: number, width: number, height: number): Polygon => ({
  type: 'Polygon',
  coordinates: [[[lng, lat], [lng + width, lat], [lng + width, lat + height], [lng, lat + height], [lng, lat]]], // prettier-ignore
})

test.each([
  ['a field', squareAt(13, 52, 0.01), 1],
  ['a county', rectangle(13, 52, 1, 0.6), 3],
  ['a wide land on the equator', rectangle(29.5, -1, 2, 1.5), 14],
  ['the far north', rectangle(20, 69, 2, 1), 8],
  ['the south', rectangle(-71, -42, 1.5, 2), 15],
])('%s is covered whole by as many strips as it takes', (_, area, most) => {
  const found = footprints(area)
  expect(found.length).toBeLessThanOrEqual(most)
  expect(unionCoveragePercent(area, found)).toBeGreaterThan(99.9)
})

test('neighbours that fit into one scene share it; distant parts have their own', () => {
  const parts = (gap: number) => ({
    type: 'MultiPolygon' as const,
    coordinates: [squareAt(13, 52, 0.02).coordinates, squareAt(13 + gap, 52, 0.02).coordinates],
  })
  expect(stripsOver(parts(0.2))).toHaveLength(1)
  expect(stripsOver(parts(2))).toHaveLength(2)
  expect(unionCoveragePercent(parts(0.2), footprints(parts(0.2)))).toBeGreaterThan(99.9)
})

test('an area at the antimeridian, and one too large to compute, are refused in words', () => {
  const dateLine = squareAt(179.95, 10, 0.04)
  expect(stripProblem(dateLine, stripsOver(dateLine), 4)).toMatch(/antimeridian/)
  const county = rectangle(13, 52, 1, 0.6)
  expect(stripProblem(county, stripsOver(county), 135)).toMatch(/at most about 370 km² of 135 bands/)
  expect(stripProblem(county, stripsOver(county), 4)).toBeNull()
})
