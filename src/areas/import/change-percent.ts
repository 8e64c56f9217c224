/** A change in size for reading: `+0.02 %`, `-1.3 %`; below a thousandth of a percent `less than 0.001 %`. */
export function changePercent(now: number, before: number): string {
  const percent = before > 0 ? (now / before - 1) * 100 : 0
  if (Math.abs(percent) < 0.001) return 'less than 0.001 %'
  return `${percent > 0 ? '+' : '−'}${Number(Math.abs(percent).toPrecision(2))} %`
}
