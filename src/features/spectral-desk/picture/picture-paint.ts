import { colormapHex } from '#src/formula/colormaps.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Paint, ValueClass } from '#src/imagery/paint.ts'
import { percentile, type ValueStatistics } from '#src/imagery/value-statistics.ts'
import type { Picture, Range } from './picture-search-params.ts'

/** The ranges set by hand for what is shown, one for each tree; null when percentiles decide. */
export function rangesByHand(picture: Picture): readonly Range[] | null {
  const { show } = picture
  if (show === 'composite') return picture['rgb-ranges']
  const range = show === 'formula' ? picture['f-range'] : picture['band-range']
  return range && [range]
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
