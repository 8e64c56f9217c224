import { resolveBands } from './bands.ts'
import type { BandTable } from './bands.ts'
import { withBands } from './tree.ts'
import type { BoundFormula, Formula, FormulaError, Span } from './tree.ts'

/** What one reference in the text turned out to be, for showing beside it. */
export type ResolvedReference = Span & { text: string; indices: number[] }

export type Binding =
  | { ok: true; tree: BoundFormula; bandsUsed: number[]; references: ResolvedReference[] }
  | { ok: false; errors: FormulaError[] }

/**
 * Fits a formula to a sensor: each reference becomes a band's index, a range the mean of its bands. `bandsUsed` are the
 * indices, ascending, each once. Fails with one error for every reference this sensor can not serve.
 */
export function bind(tree: Formula, bands: BandTable): Binding {
  const errors: FormulaError[] = []
  const references: ResolvedReference[] = []

  const bound = withBands(tree, ({ band, text, start, end }): BoundFormula => {
    const resolved = resolveBands(band, text, bands)
    if (!resolved.ok) {
      errors.push({ message: resolved.message, start, end })
      return { kind: 'number', value: 0, start, end }
    }
    references.push({ text, indices: resolved.indices, start, end })
    const leaves = resolved.indices.map((index): BoundFormula => {
      const name = bands[index]?.name ?? ''
      return { kind: 'band', band: { index, name }, text: name, start, end }
    })
    const [only] = leaves
    return only && leaves.length === 1 ? only : { kind: 'call', name: 'mean', operands: leaves, start, end }
  })
  if (errors.length > 0) return { ok: false, errors }
  const bandsUsed = [...new Set(references.flatMap(({ indices }) => indices))].toSorted((a, b) => a - b)
  return { ok: true, tree: bound, bandsUsed, references }
}
