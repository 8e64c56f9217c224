/**
 * Spectral information divergence (Chang, IEEE Trans. Inf. Theory 46, 2000): the two spectra as probabilities, what each
 * tells beyond the other, in nats. 0 for the same shape. Over the bands where both are above 0; NaN when there is none.
 */
export function informationDivergence(a: readonly number[], b: readonly number[]): number {
  const shared = [...a.keys()].filter((i) => a[i]! > 0 && b[i]! > 0)
  if (shared.length === 0) return Number.NaN
  const sum = (values: readonly number[]) => shared.reduce((total, i) => total + values[i]!, 0)
  const [sumA, sumB] = [sum(a), sum(b)]
  return shared.reduce((total, i) => {
    const [p, q] = [a[i]! / sumA, b[i]! / sumB]
    return total + (p - q) * Math.log(p / q)
  }, 0)
}
