/**
 * Whittaker's smoother with second differences: the series z that minimises sum w (y - z)^2 + lambda sum (second
 * difference of z)^2 (P. Eilers, "A perfect smoother", Analytical Chemistry 75, 2003). Where the weight is 0 the value
 * is filled in. Returns null with fewer than two observations: a line needs two.
 */
export function whittaker(values: ArrayLike<number>, weights: ArrayLike<number>, lambda: number): Float64Array | null {
  const n = values.length
  let observed = 0
  for (let i = 0; i < n; i++) if (weights[i]! > 0) observed++
  if (observed < 2) return null
  // W + lambda D'D has five diagonals: factored as L D L' with unit lower L, whose two lower diagonals are c and e.
  const [d, c, e] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  const z = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const { diagonal, first, second } = penalty(i, n)
    const c1 = i >= 1 ? c[i - 1]! : 0
    const e1 = i >= 1 ? e[i - 1]! : 0
    const e2 = i >= 2 ? e[i - 2]! : 0
    const d1 = i >= 1 ? d[i - 1]! : 0
    const d2 = i >= 2 ? d[i - 2]! : 0
    d[i] = weights[i]! + lambda * diagonal - c1 * c1 * d1 - e2 * e2 * d2
    c[i] = i + 1 < n ? (lambda * first - d1 * c1 * e1) / d[i]! : 0
    e[i] = i + 2 < n ? (lambda * second) / d[i]! : 0
    const y = weights[i]! > 0 ? weights[i]! * values[i]! : 0
    z[i] = y - c1 * (i >= 1 ? z[i - 1]! : 0) - e2 * (i >= 2 ? z[i - 2]! : 0)
  }
  for (let i = 0; i < n; i++) z[i]! /= d[i]!
  for (let i = n - 2; i >= 0; i--) z[i] = z[i]! - c[i]! * z[i + 1]! - (i + 2 < n ? e[i]! * z[i + 2]! : 0)
  return z
}

/** Row i of D'D: its diagonal and the two to the right of it. */
function penalty(i: number, n: number): { diagonal: number; first: number; second: number } {
  // Each second difference that starts at k adds (1, -2, 1)'(1, -2, 1) to rows k to k + 2.
  let [diagonal, first, second] = [0, 0, 0]
  for (let k = Math.max(0, i - 2); k <= Math.min(i, n - 3); k++) {
    const kernel = [1, -2, 1] as const
    const at = i - k
    diagonal += kernel[at]! ** 2
    if (at < 2) first += kernel[at]! * kernel[at + 1]!
    if (at < 1) second += kernel[at]! * kernel[at + 2]!
  }
  return { diagonal, first, second }
}
