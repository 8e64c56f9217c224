import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { polygonProblems } from './polygon-problems.ts'
import { problemFix } from './problem-fix.ts'
import { polygonsOf, type Area } from './rings.ts'
import { box } from './shapes.ts'

const polygon = (...rings: Position[][]): Area => ({ type: 'Polygon', coordinates: rings })
const outline = box(13, 52, 14, 53).coordinates[0] ?? []
const hole = (west: number, south: number, east: number, north: number) =>
  (box(west, south, east, north).coordinates[0] ?? []).toReversed()

function fixed(area: Area): Area {
  const [problem] = polygonProblems(area)
  if (!problem) throw new Error('there is no problem to fix')
  const result = problemFix(area, problem)
  if (!result) throw new Error(`no fix for: ${problem.message}`)
  expect(polygonProblems(result)).toEqual([])
  return result
}

describe('problemFix', () => {
  it('makes a bow-tie its two wings', () => {
    const bowTie = polygon([
      [13, 52],
      [14, 53],
      [14, 52],
      [13, 53],
      [13, 52],
    ])
    const result = fixed(bowTie)
    expect(polygonsOf(result)).toHaveLength(2)
    // Each wing is a quarter of the square around it, as a triangle of half its width.
    expect(areaKm2(result) / areaKm2(box(13, 52, 14, 53))).toBeCloseTo(0.5, 3)
  })

  it('keeps all ground that a loop runs around, also where it runs around twice', () => {
    // A pentagram, whose middle is wound twice.
    const corners = [0, 2, 4, 1, 3].map((step) => {
      const angle = (step * 2 * Math.PI) / 5
      return [13.5 + 0.4 * Math.cos(angle), 52.5 + 0.4 * Math.sin(angle)]
    })
    const star = polygon([...corners, corners[0] ?? []])
    const result = fixed(star)
    expect(result.type).toBe('Polygon')
    expect(polygonsOf(result)[0]?.[0]).toHaveLength(11)
  })

  it('joins parts that overlap', () => {
    const two: Area = {
      type: 'MultiPolygon',
      coordinates: [[outline], box(13.5, 52.5, 14.5, 53.5).coordinates],
    }
    const result = fixed(two)
    expect(result.type).toBe('Polygon')
    expect(areaKm2(result)).toBeLessThan(areaKm2(two))
  })

  it('joins holes that overlap, cuts one that reaches out, removes one that lies outside', () => {
    const joined = fixed(polygon(outline, hole(13.2, 52.2, 13.5, 52.5), hole(13.4, 52.4, 13.7, 52.7)))
    expect(polygonsOf(joined)[0]).toHaveLength(2)
    const open = fixed(polygon(outline, hole(13.5, 52.4, 14.5, 52.6)))
    expect(polygonsOf(open)).toHaveLength(1)
    expect(polygonsOf(open)[0]).toHaveLength(1)
    expect(areaKm2(open)).toBeLessThan(areaKm2(polygon(outline)))
    expect(areaKm2(fixed(polygon(outline, hole(16, 52, 17, 53))))).toBeCloseTo(areaKm2(polygon(outline)), 6)
  })

  it('closes, turns, cuts at the antimeridian', () => {
    expect(fixed(polygon(outline.slice(0, -1)))).toEqual(polygon(outline))
    expect(fixed(polygon(outline.toReversed())).type).toBe('Polygon')
    expect(fixed(box(179.5, 1, -179.5, 1.5)).type).toBe('MultiPolygon')
  })

  it('offers nothing where a person has to decide', () => {
    const apart: Area = { type: 'MultiPolygon', coordinates: [[outline], box(18, 52, 18.1, 52.1).coordinates] }
    expect(problemFix(apart, { reason: 'parts-too-far' })).toBeNull()
    expect(problemFix(box(0, 40, 4, 45), { reason: 'too-large' })).toBeNull()
  })
})
