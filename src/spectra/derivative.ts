/**
 * First derivative per nm. Wavelengths ascend. Each value is the slope at a band of the parabola that fits `windowBands`
 * bands around it best (Savitzky & Golay, Anal. Chem. 36, 1964, for any spacing; Gorry's one-sided fits at the ends). With 3
 * bands the parabola goes through all three: the plain difference, unsmoothed. Windows do not reach over gaps; pieces too
 * short for a window are gaps.
 */
export function firstDerivative(
  wavelengthsNm: readonly number[],
  values: readonly number[],
  windowBands = 3,
): number[] {
  const slopes = values.map(() => Number.NaN)
  for (const [from, to] of pieces(values)) {
    if (to - from < windowBands) continue
    for (let i = from; i < to; i++) {
      const start = Math.max(from, Math.min(i - (windowBands >> 1), to - windowBands))
      slopes[i] = slopeAt(i, start, start + windowBands)
    }
  }
  return slopes

  // Least squares of a + b x + c x2 with x counted from band i, so that b is the slope there.
  function slopeAt(i: number, start: number, end: number): number {
    const scale = Math.max(wavelengthsNm[end - 1]! - wavelengthsNm[i]!, wavelengthsNm[i]! - wavelengthsNm[start]!)
    let [s1, s2, s3, s4, y0, y1, y2] = [0, 0, 0, 0, 0, 0, 0]
    for (let k = start; k < end; k++) {
      const x = (wavelengthsNm[k]! - wavelengthsNm[i]!) / scale
      const y = values[k]!
      s1 += x
      s2 += x * x
      s3 += x ** 3
      s4 += x ** 4
      y0 += y
      y1 += x * y
      y2 += x * x * y
    }
    // Cramer's rule.
    const s0 = end - start
    const whole = determinant(s0, s1, s2, s1, s2, s3, s2, s3, s4)
    return determinant(s0, y0, s2, s1, y1, s3, s2, y2, s4) / whole / scale
  }
}

/** Half-open runs of bands without gaps. */
function pieces(values: readonly number[]): [from: number, to: number][] {
  const found: [number, number][] = []
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) return
    const last = found.at(-1)
    if (last && last[1] === i) last[1]++
    else found.push([i, i + 1])
  })
  return found
}

// prettier-ignore
function determinant(a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
}
