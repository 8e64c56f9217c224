/**
 * Angle in radians between two spectra seen as vectors: 0 for the same shape whatever the brightness, a quarter turn for
 * nothing in common (Kruse et al., Remote Sens. Environ. 44, 1993). Over the bands that both have; NaN when there is none,
 * or when either is dark in all of them.
 */
export function spectralAngle(a: readonly number[], b: readonly number[]): number {
  let [dot, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!]
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    dot += x * y
    aa += x * x
    bb += y * y
  }
  return angleOf(dot, aa, bb)
}

/** From the sums a·b, a·a and b·b. */
export function angleOf(dot: number, aa: number, bb: number): number {
  if (aa === 0 || bb === 0) return Number.NaN
  return Math.acos(Math.min(1, Math.max(-1, dot / Math.sqrt(aa * bb))))
}

export function degreesOf(radians: number): number {
  return (radians * 180) / Math.PI
}
