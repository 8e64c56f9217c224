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
    // A narrow ring: coarse sides of the outline cut through the hole, if none comes back.
    const circle = (radius: number) =>
      Array.from({ length: 401 }, (_, i) => [
        13 + radius * Math.cos((i * Math.PI) / 200),
        52 + radius * Math.sin((i * Math.PI) / 200),
      ])
    const area: Area = { type: 'Polygon', coordinates: [circle(0.1), circle(0.0998).toReversed()] }
    const { withAtMost } = simplifier(area)
    for (const corners of [700, 300, 200, 100, 60]) {
      const coarse = withAtMost(corners)
      expect(ringCrossings(polygonsOf(coarse).flat())).toEqual([])
      if (corners >= 200) expect(vertexCount(coarse)).toBeLessThanOrEqual(corners)
    }
  })

  it('leaves something of parts that weigh the same', () => {
    const boxes = [13, 14, 15].map((west) => box(west, 52, west + 0.5, 52.5).coordinates)
    const coarse = simplifier({ type: 'MultiPolygon', coordinates: boxes }).withAtMost(4)
    expect(polygonsOf(coarse)).toHaveLength(1)
    expect(vertexCount(coarse)).toBeGreaterThanOrEqual(3)
  })

  it('takes 200,000 corners to 1,000 in little time and with little change', () => {
    const area = wigglyArea(200_000)
    // Time on the processor: others may use it, too.
    const start = process.cpuUsage()
    const { corners, withAtMost } = simplifier(area)
    const coarse = withAtMost(1000)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(8000)
    expect(corners).toBe(200_000)
    expect(vertexCount(coarse)).toBeLessThanOrEqual(1000)
    expect(vertexCount(coarse)).toBeGreaterThan(900)
    expect(Math.abs(areaKm2(coarse) / areaKm2(area) - 1)).toBeLessThan(0.001)
  })
})
