/** What of the spectrum a drawing shows, in nm. */
export type WavelengthRange = { fromNm: number; toNm: number }

/** From the first to the last of some wavelengths, with some air. */
export function rangeOf(wavelengthsNm: readonly number[]): WavelengthRange {
  const [first, last] = [Math.min(...wavelengthsNm), Math.max(...wavelengthsNm)]
  const margin = Math.max(30, (last - first) * 0.06)
  return { fromNm: first - margin, toNm: last + margin }
}

/** How far along the axis a wavelength lies, as CSS wants it. */
export function placeOnAxis(nm: number, { fromNm, toNm }: WavelengthRange): string {
  return `${(100 * (nm - fromNm)) / (toNm - fromNm)}%`
}

/** Round wavelengths to write under the axis, seven or so unless there is room for more. */
export function axisMarks({ fromNm, toNm }: WavelengthRange, atMost = 7): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1000].find((each) => (toNm - fromNm) / each <= atMost) ?? 1000
  const start = Math.ceil(fromNm / step)
  return Array.from({ length: Math.floor(toNm / step) - start + 1 }, (_, i) => (start + i) * step)
}

/** Hues that stand for the visible spectrum, from 400 to 720 nm (violet to red); muted, so that they stay a label. */
export function wavelengthColour(nm: number): string {
  if (nm < 400 || nm > 720) return 'var(--text-faint)'
  const stops: [nm: number, hue: number][] = [
    [400, 275],
    [440, 250],
    [490, 195],
    [530, 130],
    [570, 75],
    [590, 48],
    [620, 22],
    [720, 0],
  ]
  const next = stops.findIndex(([stop]) => stop >= nm)
  const [a = [400, 275], b = [720, 0]] = [stops[Math.max(0, next - 1)], stops[next]]
  const along = b[0] === a[0] ? 0 : (nm - a[0]) / (b[0] - a[0])
  return `hsl(${Math.round(a[1] + (b[1] - a[1]) * along)} 62% 55%)`
}
