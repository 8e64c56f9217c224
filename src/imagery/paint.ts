import { colormapTable } from '#src/formula/colormaps.ts'
import { bandsOf } from '#src/formula/to-glsl.ts'
import type { BoundFormula } from '#src/formula/tree.ts'

/** From `min` (included) to `max` (excluded; included in the last class). `colour` as `#rrggbb`. */
export type ValueClass = { min: number; max: number; colour: string }

/** How pixels become colours. Formulas are over values: scale and offset are already applied. */
export type Paint =
  | { kind: 'ramp'; tree: BoundFormula; range: readonly [number, number]; colormap: string; gamma?: number }
  | { kind: 'classes'; tree: BoundFormula; classes: readonly ValueClass[] }
  | {
      kind: 'rgb'
      trees: readonly [BoundFormula, BoundFormula, BoundFormula]
      ranges: readonly [Range, Range, Range]
      gamma?: number
    }

type Range = readonly [number, number]

/** More classes than any legend has (the API: 15). */
export const MAX_CLASSES = 64

export function treesOf(paint: Paint): readonly BoundFormula[] {
  return paint.kind === 'rgb' ? paint.trees : [paint.tree]
}

/** The bands a paint reads, ascending. */
export function bandsOfPaint(paint: Paint): number[] {
  return [...new Set(treesOf(paint).flatMap(bandsOf))].toSorted((a, b) => a - b)
}

/** Colours by place (ramp) or by class, RGBA. */
export function colourTable(paint: Paint): Uint8Array<ArrayBuffer> {
  if (paint.kind === 'ramp') return colormapTable(paint.colormap, 256)
  const table = new Uint8Array(MAX_CLASSES * 4)
  if (paint.kind === 'classes') {
    paint.classes.slice(0, MAX_CLASSES).forEach(({ colour }, i) => table.set([...rgbOf(colour), 255], i * 4))
  }
  return table
}

/** `#rgb` and `#rrggbb`; anything else is grey, so that a strange colour does not hide its class. */
function rgbOf(colour: string): [number, number, number] {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(colour.trim())?.[1]
  if (!digits) return [128, 128, 128]
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as [number, number, number]
}
