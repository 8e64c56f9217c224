import { colormapHex } from '#src/formula/colormaps.ts'
import type { LegendClass } from '#src/formula/presets/preset.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'

export type CountedClass = LegendClass & { area: number; area_percentage: number }
/** date (`2024_05_06`) to mode to classes with their areas in m2 */
export type Legend = Record<string, { dynamic?: CountedClass[]; theoretical?: CountedClass[] }>

export const defaultBins = 5
export const legendDate = (date: string) => date.replaceAll('-', '_')

const digits = (value: number) => Number(value.toPrecision(4))

/** Equal steps between the smallest and the largest value, coloured along the colour map. */
export function dynamicClasses(min: number, max: number, bins: number, colormap: string): LegendClass[] {
  const step = (max - min) / bins
  return Array.from({ length: bins }, (_, i) => {
    const from = min + step * i
    const to = i === bins - 1 ? max : min + step * (i + 1)
    return {
      color: colormapHex(colormap, (i + 0.5) / bins),
      label: `${digits(from)} – ${digits(to)}`,
      min: from,
      max: to,
    }
  })
}

/** Fixed classes with open ends: the first and last reach as far as the values do. */
export function openEnded(classes: readonly LegendClass[], min: number, max: number): LegendClass[] {
  return classes.map((entry, i) => ({
    ...entry,
    min: i === 0 ? Math.min(entry.min, min) : entry.min,
    max: i === classes.length - 1 ? Math.max(entry.max, max) : entry.max,
  }))
}

/** Counts the pixels of a day's rasters into each set of classes. Percentages are of all valid pixels. */
export async function countAreas(
  { pixels }: Sandbox,
  rasters: readonly string[],
  sets: LegendClass[][],
): Promise<{ sets: CountedClass[][]; validPixels: number; pixelAreaSqM: number }> {
  const areas = sets.map((set) => set.map(() => 0))
  let validArea = 0
  let validPixels = 0
  let pixelAreaSqM = 0
  for (const source of rasters) {
    const classes = sets.map((set) => set.map(({ min, max }) => ({ min, max })))
    const counted = await pixels.run({ kind: 'class-counts', source, classes })
    pixelAreaSqM = counted.pixelAreaSqM
    validPixels += counted.validPixels
    validArea += counted.validPixels * pixelAreaSqM
    for (const [set, counts] of counted.counts.entries()) {
      for (const [place, count] of counts.entries()) areas[set]![place]! += count * pixelAreaSqM
    }
  }
  return {
    validPixels,
    pixelAreaSqM,
    sets: sets.map((set, s) =>
      set.map((entry, i) => ({
        ...entry,
        area: areas[s]![i]!,
        area_percentage: validArea === 0 ? 0 : (areas[s]![i]! / validArea) * 100,
      })),
    ),
  }
}
