/** A reflectance, absorption or other curve at 1 nm from 400 to 2500 nm: `curve[0]` is 400 nm. */
export type Curve = Float64Array

export const firstNm = 400
export const lastNm = 2500
export const curveLength = lastNm - firstNm + 1

export function curveOf(value: (nm: number) => number): Curve {
  return Float64Array.from({ length: curveLength }, (_, i) => value(firstNm + i))
}

export function valueAt(curve: Curve, nm: number): number {
  return curve[Math.min(curveLength - 1, Math.max(0, Math.round(nm) - firstNm))]!
}

export type Anchor = readonly [nm: number, value: number]

/** Smooth curve through anchors: monotone cubic (Fritsch & Carlson 1980), so that no bump appears that the anchors lack. */
export function through(anchors: readonly Anchor[]): Curve {
  const n = anchors.length
  const x = anchors.map((a) => a[0])
  const y = anchors.map((a) => a[1])
  const slopes = Array.from({ length: n - 1 }, (_, i) => (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!))
  const tangents = y.map((_, i) => {
    const before = slopes[i - 1]
    const after = slopes[i]
    if (before === undefined || after === undefined) return before ?? after ?? 0
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after)
  })
  let k = 0
  return curveOf((nm) => {
    if (nm <= x[0]!) return y[0]!
    if (nm >= x[n - 1]!) return y[n - 1]!
    while (nm > x[k + 1]!) k++
    const h = x[k + 1]! - x[k]!
    const t = (nm - x[k]!) / h
    const t2 = t * t
    const t3 = t2 * t
    return (
      (2 * t3 - 3 * t2 + 1) * y[k]! +
      (t3 - 2 * t2 + t) * h * tangents[k]! +
      (3 * t2 - 2 * t3) * y[k + 1]! +
      (t3 - t2) * h * tangents[k + 1]!
    )
  })
}

/** The same for quantities that span decades (absorption coefficients): smooth in the logarithm. */
export function throughLog(anchors: readonly Anchor[]): Curve {
  return through(anchors.map(([nm, value]) => [nm, Math.log(value)])).map(Math.exp)
}

/** A band of depth 1 at `centreNm` with the given standard deviation. */
export function gaussian(nm: number, centreNm: number, sigmaNm: number): number {
  const z = (nm - centreNm) / sigmaNm
  return Math.exp(-0.5 * z * z)
}

export function mixCurves(parts: readonly (readonly [share: number, curve: Curve])[]): Curve {
  return curveOf((nm) => parts.reduce((sum, [share, curve]) => sum + share * curve[nm - firstNm]!, 0))
}
