/**
 * The continuum of a curve: its upper convex hull, straight lines between the points that no other rises above (Clark &
 * Roush, J. Geophys. Res. 89, 1984). Wavelengths ascend. Gaps of the curve are gaps of the hull, which spans them.
 */
export function continuum(wavelengthsNm: readonly number[], values: readonly number[]): number[] {
  const known = [...values.keys()].filter((i) => Number.isFinite(values[i]))
  const hull: number[] = []
  for (const i of known) {
    while (hull.length > 1 && !isAbove(hull.at(-2)!, hull.at(-1)!, i)) hull.pop()
    hull.push(i)
  }
  function isAbove(from: number, middle: number, to: number): boolean {
    return lineAt(from, to, middle) < values[middle]!
  }
  function lineAt(from: number, to: number, at: number): number {
    const along = (wavelengthsNm[at]! - wavelengthsNm[from]!) / (wavelengthsNm[to]! - wavelengthsNm[from]!)
    return values[from]! + along * (values[to]! - values[from]!)
  }
  let segment = 0
  return values.map((value, i) => {
    if (!Number.isFinite(value)) return Number.NaN
    while (hull[segment + 1] !== undefined && hull[segment + 1]! <= i) segment++
    const [from, to] = [hull[segment]!, hull[segment + 1]]
    return to === undefined || from === i ? value : lineAt(from, to, i)
  })
}

/** Curve over continuum: 1 where nothing absorbs, less by the depth of a feature. NaN where the continuum is not above 0. */
export function removeContinuum(wavelengthsNm: readonly number[], values: readonly number[]): number[] {
  const hull = continuum(wavelengthsNm, values)
  return values.map((value, i) => (hull[i]! > 0 ? value / hull[i]! : Number.NaN))
}
