import type { ChartSeries } from '#src/ui/chart/chart-data.ts'

/** 450 to 2,400 nm, with gaps where water vapour takes all the light. */
export const wavelengthsNm = Array.from({ length: 131 }, (_, band) => 450 + band * 15)

const isDark = (nm: number) => (nm > 1340 && nm < 1450) || (nm > 1790 && nm < 1960)
const curve = (reflectance: (nm: number) => number) => wavelengthsNm.map((nm) => (isDark(nm) ? null : reflectance(nm)))
const dip = (nm: number, centreNm: number, widthNm: number, depth: number) =>
  depth * Math.exp(-(((nm - centreNm) / widthNm) ** 2))

const leaf = (nm: number) =>
  0.04 +
  dip(nm, 550, 35, 0.06) +
  0.42 / (1 + Math.exp((715 - nm) / 14)) -
  (nm > 1100 ? (nm - 1100) * 0.00022 : 0) -
  dip(nm, 1450, 90, 0.12) -
  dip(nm, 1940, 110, 0.12)
const soil = (nm: number) => 0.08 + 0.22 * (1 - Math.exp(-(nm - 450) / 700)) - dip(nm, 2200, 30, 0.04)

export const sampleSpectra: ChartSeries[] = [
  { id: 'forest', label: 'Forest', values: curve(leaf), spread: curve((nm) => 0.15 * leaf(nm)) },
  { id: 'soil', label: 'Bare soil', values: curve(soil) },
  { id: 'lake', label: 'Lake', values: curve((nm) => 0.06 * Math.exp(-(nm - 450) / 180)), isDashed: true },
]
