import { describe, expect, it } from 'vitest'
import { histogramPath, niceScale } from './range-scale.ts'

describe('niceScale', () => {
  it('has round ends around histogram and range, and fine, round steps', () => {
    expect(niceScale({ from: -0.1234, to: 0.8765 }, [-0.2, 0.9])).toEqual({
      from: -0.2,
      to: 0.9,
      step: 0.001,
      digits: 3,
    })
    expect(niceScale({ from: 123, to: 9876 }, [500, 4000])).toEqual({ from: 100, to: 9900, step: 10, digits: 0 })
    expect(niceScale(undefined, [1e-7, 3e-7])).toMatchObject({ from: 1e-7, to: 3e-7 })
  })

  it('has room where there is only one value', () => {
    const { from, to, step } = niceScale({ from: 5, to: 5 }, [5, 5])
    expect(to - from).toBeGreaterThanOrEqual(0)
    expect(step).toBeGreaterThan(0)
  })
})

describe('histogramPath', () => {
  const heights = (counts: number[]) =>
    [...histogramPath(counts).matchAll(/L\d+,([\d.]+)L/g)].map(([, y]) => Number((1 - Number(y)).toFixed(2)))

  it('draws bars by their share of the highest', () => {
    expect(histogramPath([1, 0, 2])).toBe('M0,1L0,0.5000L1,0.5000L1,1.0000L2,1.0000L2,0.0000L3,0.0000L3,1Z')
    expect(histogramPath([0])).toBe('M0,1L0,1.0000L1,1.0000L1,1Z')
  })

  it('cuts off a spike, so that the rest can be seen', () => {
    const shown = heights([...Array.from({ length: 99 }, () => 10), 5000])
    expect(shown[0]).toBeCloseTo(10 / 16, 1)
    expect(shown[99]).toBe(1)
  })
})
