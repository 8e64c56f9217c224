/**
 * The threshold that parts values into two groups with the largest variance between them: N. Otsu, "A threshold selection
 * method from gray-level histograms", IEEE Trans. Systems, Man and Cybernetics 9, 1979. Values are binned between the
 * extremes; NaN does not count. NaN comes back when all values are the same or there are none.
 */
export function otsuThreshold(values: ArrayLike<number>, bins = 512): number {
  let [min, max] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value < min) min = value
    if (value > max) max = value
  }
  if (!(max > min)) return NaN
  const histogram = new Float64Array(bins)
  let total = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (Number.isNaN(value)) continue
    const bin = Math.min(bins - 1, Math.floor(((value - min) / (max - min)) * bins))
    histogram[bin]!++
    total++
    sum += bin
  }
  let [below, sumBelow, best, from, to] = [0, 0, -1, 0, 0]
  for (let bin = 0; bin < bins - 1; bin++) {
    below += histogram[bin]!
    sumBelow += bin * histogram[bin]!
    const above = total - below
    if (below === 0 || above === 0) continue
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2
    // Empty bins in the gap between the groups are equally good: the threshold lies in the middle of them.
    if (between > best * (1 + 1e-12)) [best, from, to] = [between, bin, bin]
    else if (between >= best * (1 - 1e-12)) to = bin
  }
  return min + (((from + to) / 2 + 1) / bins) * (max - min)
}
