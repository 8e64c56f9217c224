import { describe, expect, it } from 'vitest'
import { bind } from '#src/formula/bind.ts'
import { parseFormula } from '#src/formula/parse.ts'
import { percentile, shareBelow, statisticsOf, valueStatistics } from './value-statistics.ts'

const bands = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]
const treeOf = (text: string) => {
  const parsed = parseFormula(text)
  const bound = parsed.ok ? bind(parsed.tree, bands) : parsed
  if (!bound.ok) throw new Error(text)
  return bound.tree
}

describe('valueStatistics', () => {
  it('turns stored samples into values, leaves out "no data", and counts what is left', () => {
    const [ratio, third] = valueStatistics(
      [treeOf('a / c'), treeOf('c')],
      [
        { band: 0, samples: Int16Array.of(10, 20, -9, 40), scale: 0.1, offset: 0 },
        { band: 2, samples: Int16Array.of(5, 5, 5, -9), scale: 1, offset: 5 },
      ],
      -9,
    )
    expect(ratio).toMatchObject({ pixels: 4, valid: 2 })
    expect(ratio!.min).toBeCloseTo(0.1, 6)
    expect(ratio!.max).toBeCloseTo(0.2, 6)
    expect(ratio!.mean).toBeCloseTo(0.15, 6)
    expect(ratio!.deviation).toBeCloseTo(0.05, 6)
    expect(third).toMatchObject({ valid: 3, min: 10, max: 10, deviation: 0, histogram: { from: 9.5, to: 10.5 } })
  })

  it('has percentiles as NumPy has them', () => {
    const statistics = statisticsOf(Float32Array.of(4, NaN, 1, 3, 2))
    // numpy.percentile([1, 2, 3, 4], [0, 2, 50, 98, 100])
    const expected = [1, 1.06, 2.5, 3.94, 4]
    expect([0, 2, 50, 98, 100].map((percent) => percentile(statistics, percent))).toEqual(
      expected.map((value) => expect.closeTo(value, 5)),
    )
    expect(percentile(statistics, -5)).toBe(1)
  })

  it('tells which share lies below a value', () => {
    const statistics = statisticsOf(Float32Array.from({ length: 5001 }, (_, i) => i / 5000))
    for (const value of [0.1, 0.3333, 0.75, 0.999]) expect(shareBelow(statistics, value)).toBeCloseTo(value, 3)
    expect([-1, 0, 2, Infinity, -Infinity].map((value) => shareBelow(statistics, value))).toEqual([0, 0, 1, 1, 0])
    // Nine in ten have the same value: the border belongs to the class above.
    const flat = statisticsOf(Float32Array.from({ length: 1000 }, (_, i) => (i < 900 ? 0 : 1)))
    expect(shareBelow(flat, 0)).toBe(0)
    expect(shareBelow(flat, 0.5)).toBeCloseTo(0.9, 2)
    expect(shareBelow(statisticsOf(Float32Array.of(NaN)), 0)).toBe(0)
  })

  it('draws the histogram over all but the outermost thousandths, so that a stray pixel does not flatten it', () => {
    const values = Float32Array.from({ length: 100_000 }, (_, i) => i / 100_000)
    values[500] = 1e6
    const { histogram, max } = statisticsOf(values)
    expect(max).toBe(1e6)
    expect(histogram.from).toBeCloseTo(0.001, 3)
    expect(histogram.to).toBeCloseTo(0.999, 3)
    const counted = histogram.counts.reduce((sum, count) => sum + count, 0)
    expect(counted).toBeGreaterThan(99_700)
    expect(Math.max(...histogram.counts)).toBeLessThan(500)
  })

  it('says so when no pixel has a value', () => {
    const nothing = statisticsOf(Float32Array.of(NaN, NaN))
    expect(nothing).toMatchObject({ pixels: 2, valid: 0, mean: NaN })
    expect(percentile(nothing, 50)).toBeNaN()
  })
})
