import { through, valueAt } from '#src/spectra/models/curve.ts'

// ASTM E490 air-mass-zero spectrum, smoothed to some 20 nm and read at anchors, W m-2 um-1.
// prettier-ignore
const spectrum = through([
  [400, 1640], [430, 1620], [450, 2000], [480, 2020], [500, 1920], [520, 1840], [550, 1870], [580, 1840], [600, 1770], [650, 1590], [700, 1427],
  [750, 1274], [800, 1130], [850, 1005], [900, 905], [950, 825], [1000, 745], [1100, 595], [1200, 490], [1400, 343], [1600, 247], [1800, 160],
  [2000, 118], [2200, 82], [2500, 51],
])

/** Solar irradiance outside the atmosphere at 1 AU, W m-2 um-1. */
export function solarIrradianceAt(nm: number): number {
  return Math.round(valueAt(spectrum, nm) * 10) / 10
}
