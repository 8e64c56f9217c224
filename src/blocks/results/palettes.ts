import { colormapHex } from '#src/formula/colormaps.ts'
import type { ValueSpread } from './value-bands.ts'

/** Colour maps that suit what blocks compute: even in lightness first, then those with a middle. */
const palettes = {
  viridis: 'Viridis',
  cividis: 'Cividis',
  magma: 'Magma',
  YlGn: 'Yellow to green',
  YlGnBu: 'Yellow to blue',
  gray: 'Black to white',
  RdBu: 'Red to blue, 0 in the middle',
  RdYlGn: 'Red to green, 0 in the middle',
  BrBG: 'Brown to teal, 0 in the middle',
} as const

const diverging: readonly string[] = ['RdBu', 'RdYlGn', 'BrBG']

/** What lies around 0 is seen best in colours with a middle. */
export const usualColours = (resultName: string): string =>
  /difference|change|score|anomaly|deviation/i.test(resultName) ? 'RdBu' : 'viridis'

export const isDiverging = (colormap: string): boolean => diverging.includes(colormap)

export const paletteOptions = Object.entries(palettes).map(([id, label]) => ({ id, label }))

/** From which value to which the colours go: without the odd ends, and around 0 for colours with a middle. */
export function rampRange({ low, high }: Pick<ValueSpread, 'low' | 'high'>, colormap = 'viridis'): [number, number] {
  if (isDiverging(colormap) && low < 0 && high > 0) {
    const reach = Math.max(-low, high)
    return [-reach, reach]
  }
  // A picture of one value has no range; any will do that holds it.
  return low < high ? [low, high] : [low - 0.5, high + 0.5]
}

export function rampColours(colormap: string): string[] {
  return Array.from({ length: 16 }, (_, i) => colormapHex(colormap, i / 15))
}
