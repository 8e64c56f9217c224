import { colormapHex } from '#src/formula/colormaps.ts'
import { equalSteps } from '#src/formula/presets/legend-classes.ts'
import type { PresetIndex } from '#src/formula/presets/preset-indices.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { RasterBand, RasterInfo } from '#src/imagery/raster-info.ts'
import type { Paint, ValueClass } from '#src/imagery/paint.ts'
import { percentile, type ValueStatistics } from '#src/imagery/value-statistics.ts'
import type { Picture, Range } from './picture-search-params.ts'
import { compositePreset } from './picture-trees.ts'

/** The ranges that need no look at the pixels, one for each tree; null when percentiles decide. */
export function rangesSet(picture: Picture, { bands }: Pick<RasterInfo, 'bands'>): readonly Range[] | null {
  const { show } = picture
  if (show !== 'composite') {
    const range = show === 'formula' ? picture['f-range'] : picture['band-range']
    return range && [range]
  }
  const usual = picture['rgb-stretch'] === 'usual' ? usualRange(picture.rgb, bands) : undefined
  return picture['rgb-ranges'] ?? (usual ? [usual, usual, usual] : null)
}

/** The reflectance that a preset composite is usually shown over; nothing for bands of one's own, or for stored numbers. */
export function usualRange(rgb: string, bands: readonly RasterBand[]): Range | undefined {
  // Numbers stored with a scale are meant as reflectance; what others mean can not be told.
  const isReflectance = bands.every(({ scale }) => scale !== 1)
  return isReflectance ? compositePreset(rgb, bands)?.rescale : undefined
}

/** The change of the picture that gives the tree at `at` this range, the others keeping what they have now. */
export function rangeChange(picture: Picture, now: readonly Range[], at: number, range: Range): Partial<Picture> {
  const own: [number, number] = [range[0], range[1]]
  if (picture.show !== 'composite') return picture.show === 'formula' ? { 'f-range': own } : { 'band-range': own }
  const three = [0, 1, 2].map((i): [number, number] => (i === at ? own : [now[i]?.[0] ?? 0, now[i]?.[1] ?? 1]))
  return { 'rgb-ranges': [three[0]!, three[1]!, three[2]!] }
}

/** The range that leaves out so much at either end; around the value where there is only one. */
export function rangeByPercentiles(statistics: ValueStatistics, [low, high]: Range): Range {
  if (statistics.valid === 0) return [0, 1]
  const [from, to] = [percentile(statistics, low), percentile(statistics, high)]
  return to > from ? [from, to] : [from - 0.5, from + 0.5]
}

/** How pixels become colours, once it is known over which ranges. */
export function picturePaint(picture: Picture, trees: readonly BoundFormula[], ranges: readonly Range[]): Paint {
  const [first, second, third] = trees
  const [range = [0, 1], ...others] = ranges
  if (!first) throw new Error('A picture has at least one formula')
  if (second && third) {
    const [green = range, blue = range] = others
    return { kind: 'rgb', trees: [first, second, third], ranges: [range, green, blue], gamma: picture['rgb-gamma'] }
  }
  if (picture.show === 'formula' && picture['f-breaks'])
    return { kind: 'classes', tree: first, classes: classesOf(picture, picture['f-breaks']) }
  const own = picture.show === 'formula' ? 'f' : 'band'
  return { kind: 'ramp', tree: first, range, colormap: picture[`${own}-colours`], gamma: picture[`${own}-gamma`] }
}

export type NamedClass = ValueClass & { label: string }

/** Classes from the borders between them; the outer ones are open. Colours of their own, else evenly from the colour map. */
export function classesOf(picture: Picture, breaks: readonly number[]): NamedClass[] {
  const { 'f-classes': colours, 'f-labels': labels, 'f-colours': colormap } = picture
  return Array.from({ length: breaks.length + 1 }, (_, i) => ({
    min: breaks[i - 1] ?? -Infinity,
    max: breaks[i] ?? Infinity,
    colour: colours?.[i] ? `#${colours[i]}` : colormapHex(colormap, (i + 0.5) / (breaks.length + 1)),
    label: labels?.[i] ?? '',
  }))
}

/** `count` classes between borders at equal steps over a range, or holding equally many pixels. */
export function breaksFor(
  count: number,
  by: 'steps' | 'pixels',
  [from, to]: Range,
  statistics: ValueStatistics | undefined,
): number[] {
  const at = Array.from({ length: count - 1 }, (_, i) => (i + 1) / count)
  const raw =
    by === 'pixels' && statistics && statistics.valid > 0
      ? at.map((share) => percentile(statistics, share * 100))
      : at.map((share) => from + (to - from) * share)
  // Few digits, since people read and edit them; still apart from each other.
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(1e-9, (to - from) / count))))
  return [...new Set(raw.map((value) => Number(value.toFixed(Math.min(12, digits)))))].toSorted((a, b) => a - b)
}

/** The classes of the literature for an index, as a change of the picture; nothing when it has none of its own. */
export function publishedClasses(preset: PresetIndex): Partial<Picture> | undefined {
  const { classes, source } = preset.theoretical
  if (source === equalSteps) return undefined
  return {
    'f-breaks': classes.slice(1).map(({ min }) => min),
    'f-classes': classes.map(({ color }) => color.slice(1)),
    'f-labels': classes.map(({ label }) => label),
  }
}
