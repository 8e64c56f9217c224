/** The axis of a range: round ends that hold histogram and range, and steps a hand can hit. */
export type RangeScale = { from: number; to: number; step: number; digits: number }

const STEPS = 400

export function niceScale(
  histogram: { from: number; to: number } | undefined,
  [low, high]: readonly [number, number],
): RangeScale {
  const [least, most] = [Math.min(low, histogram?.from ?? low), Math.max(high, histogram?.to ?? high)]
  const span = most > least ? most - least : 1
  const exponent = Math.floor(Math.log10(span / STEPS))
  const step = 10 ** exponent
  // Ends on round numbers, a tenth of the span or finer.
  const tick = 10 ** Math.floor(Math.log10(span / 10))
  const digits = Math.min(12, Math.max(0, -exponent))
  const round = (value: number) => Number(value.toFixed(digits))
  return { from: round(Math.floor(least / tick) * tick), to: round(Math.ceil(most / tick) * tick), step, digits }
}

/** Steps in a box as wide as there are counts and 1 high. A few counts far above all others, as of one value, are cut off. */
export function histogramPath(counts: ArrayLike<number>): string {
  const high = Array.from(counts).toSorted((a, b) => b - a)
  const [highest = 0, usual = 0] = [high[0], high[Math.ceil(counts.length * 0.02)]]
  const most = Math.max(1, usual > 0 && highest > 3 * usual ? 1.6 * usual : highest)
  let path = 'M0,1'
  for (let i = 0; i < counts.length; i++) {
    const y = (1 - Math.min(1, (counts[i] ?? 0) / most)).toFixed(4)
    path += `L${i},${y}L${i + 1},${y}`
  }
  return `${path}L${counts.length},1Z`
}
