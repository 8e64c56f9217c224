import { describe, expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { ringCrossings } from './ring-crossings.ts'
import { polygonsOf, type Area } from './rings.ts'
import { box } from './shapes.ts'
import { simplifier } from './simplify-area.ts'
import { vertexCount } from './vertex-count.ts'
import { wigglyArea } from './wiggly-area.ts'

describe('simplifier', () => {
  it('leaves out the corners that matter least', () => {
    const square: Area = {
      type: 'Polygon',
      coordinates: [
        [
          [13, 52],
          [13.5, 52.0001],
          [14, 52],
          [14, 53],
          [13.5, 53.2],
          [13, 53],
          [13, 52],
        ],
      ],
    }
    expect(simplifier(square).corners).toBe(6)
    expect(simplifier(square).withAtMost(6)).toBe(square)
    expect(simplifier(square).withAtMost(5).coordinates).toEqual([
      [
        [13, 52],
        [14, 52],
        [14, 53],
        [13.5, 53.2],
        [13, 53],
        [13, 52],
      ],
    ])
    expect(simplifier(square).withAtMost(4).coordinates).toEqual([
      [
        [13, 52],
        [14, 52],
        [14, 53],
        [13, 53],
        [13, 52],
      ],
    ])
  })

  it('drops small islands and small holes before the shape of the whole', () => {
    const large = wigglyArea(2000).coordinates
    const area: Area = {
      type: 'MultiPolygon',
      coordinates: [
        [...large, box(13.0001, 52.0001, 13.0002, 52.0002).coordinates[0]!.toReversed()],
        box(13.9, 52.9, 13.9001, 52.9001).coordinates,
      ] as Area['coordinates'] as never,
    }
    const coarse = simplifier(area).withAtMost(500)
    expect(polygonsOf(coarse)).toHaveLength(1)
    expect(polygonsOf(coarse)[0]).toHaveLength(1)
    expect(Math.abs(areaKm2(coarse) / areaKm2(area) - 1)).toBeLessThan(0.005)
  })

  it('never lets sides cross, whatever is asked for', () => {
    // Two arms of a spiral, close to each other: coarse sides would cut through.
    const turn = (t: number, r: number) => [13 + r * t * Math.cos(t), 52 + r * t * Math.sin(t)]
    const steps = Array.from({ length: 400 }, (_, i) => 3 + i / 20)
    const ring = [...steps.map((t) => turn(t, 0.01)), ...steps.toReversed().map((t) => turn(t, 0.0108))]
    const area: Area = { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
    expect(ringCrossings(area.coordinates)).toEqual([])
    const { withAtMost } = simplifier(area)
    for (const corners of [700, 300, 150, 80, 60, 40]) {
      const coarse = withAtMost(corners)
      expect(ringCrossings(polygonsOf(coarse).flat())).toEqual([])
      if (corners >= 100) expect(vertexCount(coarse)).toBeLessThanOrEqual(corners)
    }
  })

  it('takes 200,000 corners to 1,000 in little time and with little change', () => {
    const area = wigglyArea(200_000)
    const start = performance.now()
    const { corners, withAtMost } = simplifier(area)
    const coarse = withAtMost(1000)
    expect(performance.now() - start).toBeLessThan(5000)
    expect(corners).toBe(200_000)
    expect(vertexCount(coarse)).toBeLessThanOrEqual(1000)
    expect(vertexCount(coarse)).toBeGreaterThan(900)
    expect(Math.abs(areaKm2(coarse) / areaKm2(area) - 1)).toBeLessThan(0.001)
  })
})
