/**
 * Whittaker's smoother with second differences: the series z that minimises sum w (y - z)^2 + lambda sum (second
 * difference of z)^2 (P. Eilers, "A perfect smoother", Analytical Chemistry 75, 2003). Where the weight is 0 the value
 * is filled in. The smoother is made once for series of `n` values; each call gives the same array, filled anew, or null
 * with fewer than two observations: a line needs two.
 */
export function whittakerSmoother(
  n: number,
  lambda: number,
): (values: ArrayLike<number>, weights: ArrayLike<number>) => Float64Array | null {
  const { diagonal, first, second } = penalty(n, lambda)
  // W + lambda D'D has five diagonals: factored as L D L' with unit lower L, whose two lower diagonals are c and e. The
  // two leading zeros stand for what lies before the first row.
  const [d, c, e, z] = [0, 0, 0, 0].map(() => new Float64Array(n + 2)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const out = new Float64Array(n)
  return (values, weights) => {
    let observed = 0
    for (let i = 0; i < n; i++) if (weights[i]! > 0) observed++
    if (observed < 2) return null
    for (let row = 0; row < n; row++) {
      const i = row + 2
      const weight = weights[row]!
      const pivot = weight + diagonal[row]! - c[i - 1]! ** 2 * d[i - 1]! - e[i - 2]! ** 2 * d[i - 2]!
      d[i] = pivot
      c[i] = (first[row]! - d[i - 1]! * c[i - 1]! * e[i - 1]!) / pivot
      e[i] = second[row]! / pivot
      z[i] = (weight > 0 ? weight * values[row]! : 0) - c[i - 1]! * z[i - 1]! - e[i - 2]! * z[i - 2]!
    }
    for (let row = n - 1; row >= 0; row--) {
      const i = row + 2
      out[row] = z[i]! / d[i]! - (row + 1 < n ? c[i]! * out[row + 1]! : 0) - (row + 2 < n ? e[i]! * out[row + 2]! : 0)
    }
    return out
  }
}

/** lambda D'D: its diagonal and the two above it. */
function penalty(n: number, lambda: number): { diagonal: Float64Array; first: Float64Array; second: Float64Array } {
  const [diagonal, first, second] = [0, 0, 0].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const kernel = [1, -2, 1] as const
  for (let k = 0; k + 2 < n; k++) {
    for (const [at, factor] of kernel.entries()) {
      diagonal[k + at]! += lambda * factor * factor
      if (at < 2) first[k + at]! += lambda * factor * kernel[at + 1]!
      if (at < 1) second[k + at]! += lambda * factor * kernel[at + 2]!
    }
  }
  return { diagonal, first, second }
}
