export type Eigen = { values: number[]; /** one unit vector for each value */ vectors: Float64Array[] }

/**
 * All eigenvalues, largest first, and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (C. Jacobi 1846; as in
 * G. Golub and C. Van Loan, "Matrix Computations", 8.5). The sign is fixed: each vector's largest component is positive.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const n = matrix.length
  const a = matrix.map((row) => row.slice())
  const v = a.map((_, i) => Float64Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)))
  const size = Math.sqrt(a.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0))
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p]![q]! ** 2
    if (Math.sqrt(off) <= 1e-12 * size) break
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q)
  }
  const order = a.map((_, i) => i).toSorted((i, j) => a[j]![j]! - a[i]![i]!)
  return {
    values: order.map((i) => Math.max(0, a[i]![i]!)),
    vectors: order.map((i) => {
      const vector = Float64Array.from(v, (row) => row[i]!)
      const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0)
      return largest < 0 ? vector.map((x) => -x) : vector
    }),
  }
}

function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number) {
  const [rowP, rowQ] = [a[p]!, a[q]!]
  const apq = rowP[q]!
  if (apq === 0) return
  const theta = (rowQ[q]! - rowP[p]!) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (const row of a) {
    const [x, y] = [row[p]!, row[q]!]
    row[p] = c * x - s * y
    row[q] = s * x + c * y
  }
  for (let i = 0; i < rowP.length; i++) {
    const [x, y] = [rowP[i]!, rowQ[i]!]
    rowP[i] = c * x - s * y
    rowQ[i] = s * x + c * y
  }
  for (const row of v) {
    const [x, y] = [row[p]!, row[q]!]
    row[p] = c * x - s * y
    row[q] = s * x + c * y
  }
}
