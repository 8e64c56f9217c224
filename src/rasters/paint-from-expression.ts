import type { BandTable } from '#src/formula/bands.ts'
import { bind } from '#src/formula/bind.ts'
import { parseComposite, parseFormula } from '#src/formula/parse.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Paint } from '#src/imagery/paint.ts'

/** The trees of an expression on these bands; a reason when it can not be read, or when a band is missing. */
function treesOf(text: string, isComposite: boolean, bands: BandTable): BoundFormula[] | string {
  const parsed = isComposite ? parseComposite(text) : parseFormula(text)
  if (!parsed.ok) return parsed.errors[0]?.message ?? 'The formula can not be read.'
  const trees: BoundFormula[] = []
  for (const tree of 'trees' in parsed ? parsed.trees : [parsed.tree]) {
    const bound = bind(tree, bands)
    if (!bound.ok) return bound.errors[0]?.message ?? 'A band is missing.'
    trees.push(bound.tree)
  }
  return trees
}

/** Three expressions parted by `;`, each stretched over the same range. */
export function compositePaint(
  expression: string,
  range: readonly [number, number],
  gamma: number,
  bands: BandTable,
): Paint | string {
  const trees = treesOf(expression, true, bands)
  if (typeof trees === 'string') return trees
  const [red, green, blue] = trees
  if (!red || !green || !blue) return 'A composite has three parts.'
  return { kind: 'rgb', trees: [red, green, blue], ranges: [range, range, range], gamma }
}

/** One band of a file as it is: what a computed index is stored as. */
export function storedBand(index: number, bands: BandTable): BoundFormula {
  const name = bands[index]?.name ?? ''
  return { kind: 'band', band: { index, name }, text: name, start: 0, end: 0 }
}
