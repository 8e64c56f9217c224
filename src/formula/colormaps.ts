import { colormapStops } from './colormap-stops.ts'

type Rgb = [red: number, green: number, blue: number]

const aliases: Record<string, string> = { grey: 'gray', grays: 'greys', rplumbho: 'rplumbo' }

const stopsByName = new Map(
  Object.entries(colormapStops).map(([name, digits]) => [name.toLowerCase(), { name, stops: stopsOf(digits) }]),
)

/** Every colour map's name; each also exists reversed, with `_r` behind it. */
export const colormapNames: readonly string[] = Object.keys(colormapStops)

/** The names by what the maps are for: a range from low to high, one with a middle that matters, or one that comes round. */
export const colormapGroups: readonly { title: string; names: readonly string[] }[] = [
  {
    title: 'Even steps to the eye',
    names: ['viridis', 'plasma', 'inferno', 'magma', 'cividis', 'gray', 'bone', 'copper', 'turbo'],
  },
  {
    title: 'Vegetation and water',
    names: [
      'rplumbo',
      'YlGn',
      'Greens',
      'algae',
      'GnBu',
      'Blues',
      'deep',
      'dense',
      'haline',
      'thermal',
      'turbid',
      'oxy',
    ],
  },
  {
    title: 'Around a middle',
    names: ['RdYlGn', 'RdYlBu', 'RdBu', 'RdGy', 'Spectral', 'BrBG', 'PiYG', 'PRGn', 'PuOr', 'coolwarm'],
  },
  {
    title: 'One colour to another',
    names: [
      'Greys',
      'Oranges',
      'Reds',
      'Purples',
      'YlGnBu',
      'YlOrBr',
      'YlOrRd',
      'BuGn',
      'BuPu',
      'OrRd',
      'PuBu',
      'PuBuGn',
      'PuRd',
      'RdPu',
    ],
  },
  { title: 'Round and back', names: ['twilight'] },
]

/** Whether a name, in any case and with or without `_r`, is a colour map known here. */
export function isColormap(name: string): boolean {
  return find(name) !== undefined
}

/**
 * The colour at `t` from 0 to 1 (clamped), each channel 0 to 255. Names are taken in any case; `_r` reverses. What a
 * server names and we do not know looks like viridis, so that a picture still appears: ask `isColormap` to tell.
 */
export function sampleColormap(name: string, t: number): Rgb {
  const { stops, reversed } = find(name) ?? findViridis()
  const clamped = Math.min(1, Math.max(0, Number.isNaN(t) ? 0 : t))
  const place = (reversed ? 1 - clamped : clamped) * (stops.length - 1)
  const lower = Math.min(Math.floor(place), stops.length - 2)
  const [a, b] = [stops[lower], stops[lower + 1]]
  if (!a || !b) return [0, 0, 0]
  const share = place - lower
  const mix = (channel: 0 | 1 | 2) => Math.round(a[channel] + (b[channel] - a[channel]) * share)
  return [mix(0), mix(1), mix(2)]
}

/** A lookup table, RGBA with full alpha, `size` * 4 bytes: the first colour stands for 0, the last for 1. */
export function colormapTable(name: string, size = 256): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(size * 4)
  for (let i = 0; i < size; i++) table.set([...sampleColormap(name, size > 1 ? i / (size - 1) : 0), 255], i * 4)
  return table
}

/** The colour at `t` as CSS and legends write it, `#rrggbb`. */
export function colormapHex(name: string, t: number): string {
  return `#${sampleColormap(name, t)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`
}

function find(name: string): { stops: Rgb[]; reversed: boolean } | undefined {
  const lower = name.trim().toLowerCase()
  const reversed = lower.endsWith('_r')
  const base = reversed ? lower.slice(0, -2) : lower
  const found = stopsByName.get(aliases[base] ?? base)
  return found && { stops: found.stops, reversed }
}

function findViridis(): { stops: Rgb[]; reversed: boolean } {
  return { stops: stopsOf(colormapStops.viridis), reversed: false }
}

function stopsOf(digits: string): Rgb[] {
  const channel = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16)
  return Array.from({ length: digits.length / 6 }, (_, i) => [channel(i * 6), channel(i * 6 + 2), channel(i * 6 + 4)])
}
