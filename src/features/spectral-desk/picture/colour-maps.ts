import { colormapGroups, colormapHex } from '#src/formula/colormaps.ts'
import type { RampGroup } from '#src/ui/field/ramp-select.tsx'

/** Colours of a map from low to high, enough for a gradient that shows no steps. */
export function rampColours(colormap: string, gamma = 1): string[] {
  return Array.from({ length: 24 }, (_, i) => colormapHex(colormap, (i / 23) ** (1 / gamma)))
}

export const rampGroups: readonly RampGroup[] = colormapGroups.map(({ title, names }) => ({
  title,
  ramps: names.map((id) => ({ id, colours: rampColours(id) })),
}))

/** `RdYlGn_r` is RdYlGn, reversed. */
export function splitColormap(colormap: string): { name: string; isReversed: boolean } {
  const isReversed = colormap.endsWith('_r')
  return { name: isReversed ? colormap.slice(0, -2) : colormap, isReversed }
}

export function joinColormap(name: string, isReversed: boolean): string {
  return isReversed ? `${name}_r` : name
}

/** What lies under an axis: the first colour before the range, the map over it, the last colour after. */
export function rampSegments(colormap: string, gamma = 1): string[] {
  const colours = rampColours(colormap, gamma)
  return [colours[0] ?? '', `linear-gradient(90deg, ${colours.join(', ')})`, colours.at(-1) ?? '']
}
