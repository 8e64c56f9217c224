import type { BandTable } from '#src/formula/bands.ts'
import { bind } from '#src/formula/bind.ts'
import { parseFormula } from '#src/formula/parse.ts'
import type { BlockSpec } from './block-spec.ts'

/**
 * A sentence for each band that is needed and that these bands can not serve. Needed bands are said by name (`B08`), by
 * wavelength (`R708`) or by colour (`nir`).
 */
export function missingBands(needed: readonly string[], bands: BandTable): string[] {
  return needed.flatMap((text) => {
    const parsed = parseFormula(text)
    // A name that is no formula is still a name.
    if (!parsed.ok) return bands.some(({ name }) => name === text) ? [] : [`There is no band ${text}`]
    const bound = bind(parsed.tree, bands)
    return bound.ok ? [] : bound.errors.map(({ message }) => message)
  })
}

/** Why pictures with these bands can not be given to a block; empty when they can. */
export function problemsWithBands(block: BlockSpec, bands: BandTable): string[] {
  return [
    ...new Set(block.inputs.flatMap((input) => (input.kind === 'raster' ? missingBands(input.bands, bands) : []))),
  ]
}
