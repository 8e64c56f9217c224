import type { BandTable } from '#src/formula/bands.ts'
import { bind } from '#src/formula/bind.ts'
import { parseComposite, parseFormula } from '#src/formula/parse.ts'
import { printExpression, printWithWavelengths } from '#src/formula/print.ts'
import type { FormulaError } from '#src/formula/tree.ts'

export type ExpressionKind = 'index' | 'composite' | 'grayscale'

export type CheckedExpression =
  /** `expression` is in the satellite's band names, as the service wants it; `readable` in wavelengths. */
  { ok: true; expression: string; readable: string; bandsUsed: string[] } | { ok: false; errors: FormulaError[] }

/** An expression as a person writes it (names, wavelengths, roles), made out for one satellite. */
export function checkExpression(text: string, kind: ExpressionKind, bands: BandTable): CheckedExpression {
  const parsed = kind === 'composite' ? parseComposite(text) : parseFormula(text)
  if (!parsed.ok) return parsed
  const written: string[] = []
  const readable: string[] = []
  const used = new Set<number>()
  for (const tree of 'trees' in parsed ? parsed.trees : [parsed.tree]) {
    const bound = bind(tree, bands)
    if (!bound.ok) return bound
    written.push(printExpression(bound.tree))
    readable.push(printWithWavelengths(bound.tree, bands))
    for (const band of bound.bandsUsed) used.add(band)
  }
  const bandsUsed = [...used].map((index) => bands[index]?.name ?? '')
  if (bandsUsed.length === 0)
    return { ok: false, errors: [{ message: 'Name at least one band.', start: 0, end: text.length }] }
  if (kind === 'grayscale' && bandsUsed.length !== 1) {
    return { ok: false, errors: [{ message: 'A greyscale picture shows one band.', start: 0, end: text.length }] }
  }
  return { ok: true, expression: written.join(';'), readable: readable.join('; '), bandsUsed }
}
