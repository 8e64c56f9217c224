import { expect, test } from 'vitest'
import { whittakerSmoother } from './whittaker.ts'

const whittaker = (values: ArrayLike<number>, weights: ArrayLike<number>, lambda: number) =>
  whittakerSmoother(values.length, lambda)(values, weights)

test('a straight line passes unchanged, and its gaps are filled on it', () => {
  const line = Array.from({ length: 12 }, (_, i) => 0.1 + 0.05 * i)
  const weights = line.map((_, i) => (i % 3 === 0 ? 1 : 0))
  const smooth = whittaker(
    line.map((y, i) => (weights[i] ? y : 999)),
    weights,
    50,
  )!
  for (const [i, y] of line.entries()) expect(smooth[i]).toBeCloseTo(y, 9)
})

test("solves (W + lambda D'D) z = W y", () => {
  const n = 9
  const y = Float64Array.from({ length: n }, (_, i) => Math.sin(i * 1.7))
  const w = Float64Array.from({ length: n }, (_, i) => [1, 0, 2, 1, 0, 0, 1, 3, 0][i]!)
  const lambda = 2.5
  const z = whittaker(y, w, lambda)!
  const second = (i: number) => z[i]! - 2 * z[i + 1]! + z[i + 2]!
  for (let i = 0; i < n; i++) {
    let bent = 0
    for (const [at, factor] of [
      [i - 2, 1],
      [i - 1, -2],
      [i, 1],
    ] as const)
      if (at >= 0 && at <= n - 3) bent += factor * second(at)
    expect(w[i]! * z[i]! + lambda * bent).toBeCloseTo(w[i]! * y[i]!, 9)
  }
})

test('more smoothness bends less; one observation is too few', () => {
  const y = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 1 : 0))
  const bend = (lambda: number) => {
    const z = whittaker(
      y,
      y.map(() => 1),
      lambda,
    )!
    return z.slice(2).reduce((sum, value, i) => sum + (value - 2 * z[i + 1]! + z[i]!) ** 2, 0)
  }
  expect(bend(100)).toBeLessThan(bend(1) / 10)
  expect(whittaker([1, 2, 3], [0, 1, 0], 1)).toBeNull()
})

test('a smoother can be used again and again', () => {
  const smooth = whittakerSmoother(8, 3)
  const y = Float64Array.from({ length: 8 }, (_, i) => i * i)
  const first = smooth(
    y,
    y.map(() => 1),
  )!.slice()
  smooth(
    y.map((value) => -value),
    y.map((_, i) => i % 2),
  )
  expect(
    smooth(
      y,
      y.map(() => 1),
    ),
  ).toEqual(first)
})
