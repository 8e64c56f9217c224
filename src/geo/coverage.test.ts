import { expect, it } from 'vitest'
import { coveragePercent, unionCoveragePercent } from './coverage.ts'
import { minimalCover } from './minimal-cover.ts'
import type { Area } from './rings.ts'
import { samplePoints } from './sample-points.ts'
import { box } from './shapes.ts'

it('measures how much of an area a footprint covers', () => {
  expect(coveragePercent(box(0, 0, 2, 2), box(-1, -1, 3, 3))).toBeCloseTo(100, 6)
  expect(coveragePercent(box(0, 0, 2, 2), box(1, -1, 3, 3))).toBeCloseTo(50, 6)
  expect(coveragePercent(box(0, 0, 2, 2), box(5, 5, 6, 6))).toBe(0)
  expect(coveragePercent(box(179, 0, -179, 2), box(179, 0, 180, 2))).toBeCloseTo(50, 6)
})

it('counts overlaps once', () => {
  const area = box(0, 0, 4, 1)
  expect(unionCoveragePercent(area, [box(0, 0, 2, 1), box(1, 0, 3, 1)])).toBeCloseTo(75, 6)
  expect(unionCoveragePercent(area, [])).toBe(0)
})

it('gives an answer for shapes that cross themselves', () => {
  const bowTie: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
        [0, 0],
      ],
    ],
  }
  const percent = unionCoveragePercent(box(0, 0, 4, 4), [bowTie, box(0, 0, 1, 1)])
  expect(percent).toBeGreaterThan(40)
  expect(percent).toBeLessThan(62)
})

it('spreads points over an area, even a sliver', () => {
  const count = samplePoints(box(10, 50, 11, 51), 400).length
  expect(count).toBeGreaterThan(350)
  expect(count).toBeLessThan(500)
  const sliver: Area = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 1],
        [1, 1.00001],
        [0, 0],
      ],
    ],
  }
  expect(samplePoints(sliver, 400).length).toBeGreaterThan(0)
})

it('picks the fewest footprints that cover an area', () => {
  const area = box(0, 0, 10, 1)
  const footprints = [
    box(0, 0, 4, 1),
    box(3, 0, 7, 1),
    box(-1, -1, 5, 2),
    box(4, 0, 5, 1),
    box(5, -1, 11, 2),
    box(20, 0, 21, 1),
  ]
  const { chosen, coveragePercent: percent } = minimalCover(area, footprints)
  expect(chosen.toSorted()).toEqual([2, 4])
  expect(percent).toBeCloseTo(100, 6)
})

it('prefers what is listed first among equals, and stops when nothing more is gained', () => {
  const area = box(0, 0, 1, 1)
  expect(minimalCover(area, [box(0, 0, 0.5, 1), box(0, 0, 0.5, 1), box(0, 0, 0.2, 1)]).chosen).toEqual([0])
  expect(minimalCover(area, [])).toEqual({ chosen: [], coveragePercent: 0 })
})

it('handles hundreds of footprints in moments', () => {
  const area = box(10, 50, 12, 52)
  const footprints = Array.from({ length: 400 }, (_, i) => {
    const [x, y] = [9.8 + (i % 20) * 0.11, 49.8 + Math.floor(i / 20) * 0.11]
    return box(x, y, x + 0.45, y + 0.45)
  })
  // Time on the processor: others may use it, too.
  const started = process.cpuUsage()
  const cover = minimalCover(area, footprints)
  expect(cover.coveragePercent).toBeGreaterThan(97)
  expect(cover.chosen.length).toBeLessThan(60)
  expect(unionCoveragePercent(area, footprints)).toBeCloseTo(100, 1)
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000)
})
