import { rangeLabel } from './parse-sld.ts'
import type { LegendClass } from './parse-sld.ts'

/** The same range of values in another number of equal steps, its colours spread over them. */
export function rebinned(classes: readonly LegendClass[], count: number): LegendClass[] {
  const [first, last] = [classes[0], classes.at(-1)]
  if (!first || !last || !Number.isInteger(count) || count < 1) return [...classes]
  const step = (last.max - first.min) / count
  return Array.from({ length: count }, (_, i) => {
    const place = count === 1 ? 0.5 : i / (count - 1)
    const [min, max] = [first.min + step * i, i === count - 1 ? last.max : first.min + step * (i + 1)]
    return { colour: between(classes, place), min, max, label: rangeLabel(min, max) }
  })
}

/** What keeps classes from being saved, in sentences. */
export function classProblems(classes: readonly LegendClass[]): string[] {
  const problems: string[] = []
  classes.forEach(({ min, max }, i) => {
    const before = classes[i - 1]
    if (!Number.isFinite(min) || !Number.isFinite(max)) problems.push(`Class ${i + 1} needs both bounds.`)
    else if (min >= max) problems.push(`Class ${i + 1} ends before it begins.`)
    else if (before && min < before.max - 1e-9) problems.push(`Class ${i + 1} begins before class ${i} ends.`)
  })
  return problems
}

/** The colour at `place` from 0 to 1 along the colours of the classes. */
function between(classes: readonly LegendClass[], place: number): string {
  const at = place * (classes.length - 1)
  const [low, high] = [classes[Math.floor(at)], classes[Math.ceil(at)]]
  if (!low || !high) return '#888888'
  const channel = (colour: string, i: number) => Number.parseInt(colour.slice(1 + i * 2, 3 + i * 2), 16) || 0
  const mixed = [0, 1, 2].map((i) => {
    const a = channel(low.colour, i)
    return Math.round(a + (channel(high.colour, i) - a) * (at - Math.floor(at)))
  })
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
