import { colormapHex } from '#src/formula/colormaps.ts'
import type { MapTheme } from '#src/map/basemap-palette.ts'
import type { Scene } from './scene.ts'
import { words } from './words.ts'

export const colourings = ['none', 'cloud', 'date', 'satellite'] as const
/** What the outlines of scenes tell by their colour. */
export type Colouring = (typeof colourings)[number]

export type FootprintColours = {
  /** Undefined where the scene does not say: it is drawn as without colours. */
  colourOf: (scene: Scene) => string | undefined
  legend:
    | { kind: 'ramp'; label: string; colours: readonly string[]; low: string; high: string }
    | { kind: 'classes'; label: string; items: readonly { label: string; colour: string }[] }
}

/** Told apart with any colour vision (its steps are of lightness); the end that the basemap would swallow is left out. */
const ramp = 'viridis'
const shareOfRamp: Record<MapTheme, readonly [from: number, to: number]> = { dark: [0.25, 1], light: [0, 0.8] }

/** Okabe and Ito's colours, lighter on dark and darker on light ground; chosen for any colour vision. */
const classColours: Record<MapTheme, readonly string[]> = {
  dark: ['#56b4e9', '#f0a24a', '#2fc79a', '#e093bf', '#e6d94f', '#a99bff'],
  light: ['#0067a8', '#b35a00', '#00795a', '#a8457f', '#7a6a00', '#5b45c9'],
}

/** The colours of outlines, and what explains them; null for `none`. */
export function footprintColours(by: Colouring, scenes: readonly Scene[], theme: MapTheme): FootprintColours | null {
  if (by === 'none') return null
  if (by === 'satellite') return bySatellite(scenes, theme)
  const colourAt = (share: number) => {
    const [from, to] = shareOfRamp[theme]
    return colormapHex(ramp, from + share * (to - from))
  }
  const colours = Array.from({ length: 12 }, (_, i) => colourAt(i / 11))
  if (by === 'cloud') {
    return {
      colourOf: ({ cloudCoverPercent }) =>
        cloudCoverPercent === undefined ? undefined : colourAt(cloudCoverPercent / 100),
      legend: { kind: 'ramp', label: words.cloud, colours, low: words.percent(0), high: words.percent(100) },
    }
  }
  let [first, last] = [Infinity, -Infinity]
  for (const { datetime } of scenes) {
    const ms = Date.parse(datetime)
    if (ms < first) first = ms
    if (ms > last) last = ms
  }
  const day = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : '')
  return {
    colourOf: ({ datetime }) => {
      const ms = Date.parse(datetime)
      return Number.isNaN(ms) ? undefined : colourAt(last > first ? (ms - first) / (last - first) : 1)
    },
    legend: { kind: 'ramp', label: words.date, colours, low: day(first), high: day(last) },
  }
}

/** The families seen most have a colour of their own; all others share the plain one. */
function bySatellite(scenes: readonly Scene[], theme: MapTheme): FootprintColours {
  const counts = new Map<string, number>()
  for (const scene of scenes) counts.set(familyOf(scene), (counts.get(familyOf(scene)) ?? 0) + 1)
  const named = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([name]) => name)
  // In the order of names, so that a filter which changes the counts changes as few colours as possible.
  const items = named
    .slice(0, classColours[theme].length)
    .toSorted()
    .map((label, i) => ({ label, colour: classColours[theme][i] ?? '' }))
  const colours = new Map(items.map(({ label, colour }) => [label, colour]))
  return {
    colourOf: (scene) => colours.get(familyOf(scene)),
    legend: { kind: 'classes', label: words.satellite, items },
  }
}

/** Sisters of one make are one family: Firefly FF03 is a Firefly. */
function familyOf({ satellite }: Scene): string {
  return satellite.replace(/ FF\d+$/, '') || words.unknown
}
