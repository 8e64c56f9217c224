import { expect, test } from 'vitest'
import { symmetricEigen } from './eigen.ts'

test('a matrix whose answer is known by hand', () => {
  const { values, vectors } = symmetricEigen([Float64Array.of(2, 1), Float64Array.of(1, 2)])
  expect(values[0]).toBeCloseTo(3, 12)
  expect(values[1]).toBeCloseTo(1, 12)
  expect(vectors[0]![0]).toBeCloseTo(Math.SQRT1_2, 12)
  expect(vectors[0]![1]).toBeCloseTo(Math.SQRT1_2, 12)
})

test('A v = lambda v for every pair, vectors are orthonormal, values fall', () => {
  const n = 40
  const factor = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (__, j) => Math.sin(i * 3.1 + j * j * 0.7)),
  )
  const matrix = factor.map((a) => Float64Array.from(factor, (b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0)))
  const { values, vectors } = symmetricEigen(matrix)
  for (const [k, vector] of vectors.entries()) {
    for (const [i, row] of matrix.entries()) {
      expect(row.reduce((sum, x, j) => sum + x * vector[j]!, 0)).toBeCloseTo(values[k]! * vector[i]!, 8)
    }
    for (const [l, other] of vectors.entries()) {
      expect(vector.reduce((sum, x, j) => sum + x * other[j]!, 0)).toBeCloseTo(k === l ? 1 : 0, 9)
    }
    expect(values[k]!).toBeLessThanOrEqual((values[k - 1] ?? Infinity) + 1e-9)
    const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0)
    expect(largest).toBeGreaterThan(0)
  }
})
