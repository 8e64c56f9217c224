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

/** What is wrong with one class, counted from 0. */
export type ClassProblem = { at: number; field: 'colour' | 'label' | 'min' | 'max'; message: string }

/** What keeps classes from being saved. */
export function classProblems(classes: readonly LegendClass[]): ClassProblem[] {
  return classes.flatMap(({ min, max }, at): ClassProblem[] => {
    const before = classes[at - 1]
    if (!Number.isFinite(min)) return [{ at, field: 'min', message: 'Give the lower bound.' }]
    if (!Number.isFinite(max)) return [{ at, field: 'max', message: 'Give the upper bound.' }]
    if (min >= max) return [{ at, field: 'max', message: 'The class ends before it begins.' }]
    if (before && min < before.max - 1e-9)
      return [{ at, field: 'min', message: `The class begins before that above ends, at ${written(before.max)}.` }]
    return []
  })
}

/** What the service said of a legend: of single classes, of their number, and the rest. */
export type LegendRefusal = { classes: ClassProblem[]; bins: string | undefined; others: string[] }

const fieldNames: Record<string, ClassProblem['field']> = { color: 'colour', label: 'label', min: 'min', max: 'max' }

/** @param problems by field, as `legend.2026_05_06[2].min` */
export function readRefusal(problems: Record<string, string>): LegendRefusal {
  const refusal: LegendRefusal = { classes: [], bins: undefined, others: [] }
  for (const [path, message] of Object.entries(problems)) {
    const [, at, name = ''] = /^legend\.\w+\[(\d+)\]\.(\w+)$/.exec(path) ?? []
    const field = fieldNames[name]
    if (at !== undefined && field) refusal.classes.push({ at: Number(at), field, message })
    else if (path === 'dynamic_bins') refusal.bins = message
    else refusal.others.push(message)
  }
  return refusal
}

const written = (value: number) => String(Number(value.toPrecision(4))).replace('-', '−')

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
