import { colormapHex } from '../colormaps.ts'
import type { LegendClass, Preset } from './preset.ts'

const levels = ['Very Low', 'Low', 'Medium', 'High', 'Very High']

/** The source of classes that the literature has none of. */
export const equalSteps = 'equal steps over the usual range'

/**
 * The fixed classes of an index, for the legend's theoretical mode, from the literature where it has any. Where it has none,
 * five equal steps over the usual range, and `source` says so. The first and last class are open: they end where the
 * values of the index do, or at the range if that is wider.
 */
export function theoreticalClasses(preset: Preset): { classes: LegendClass[]; source: string } {
  const [low, high] = preset.rescale
  if (preset.classes) {
    const { breaks, labels, colors, source } = preset.classes
    const edges = [Math.min(low, (breaks[0] ?? low) - 1), ...breaks, Math.max(high, (breaks.at(-1) ?? high) + 1)]
    // Normalised differences end at -1 and 1.
    const normalised = low >= -1 && high <= 1 && breaks.every((edge) => Math.abs(edge) < 1)
    const bounds = normalised ? edges.map((edge) => Math.min(1, Math.max(-1, edge))) : edges
    const classes = labels.map((label, i) => ({
      label,
      color: colors[i] ?? '#808080',
      min: bounds[i] ?? low,
      max: bounds[i + 1] ?? high,
    }))
    return { classes, source }
  }
  const classes = levels.map((label, i) => ({
    label,
    color: colormapHex(preset.colormap, (i + 0.5) / levels.length),
    min: rounded(low + ((high - low) * i) / levels.length),
    max: rounded(low + ((high - low) * (i + 1)) / levels.length),
  }))
  return { classes, source: equalSteps }
}

/** Without the digits that binary fractions leave behind. */
function rounded(value: number): number {
  return Number(value.toPrecision(10))
}
