import { printWithWavelengths } from '#src/formula/print.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { ResultDescription } from '#src/imagery/result/result-directory.ts'
import type { Comparison } from '../compare/compare-context.ts'
import { pictureName } from '../compare/picture-name.ts'
import type { Desk } from '../desk-context.ts'
import { fileStem } from '#src/downloads/file-name.ts'

/** What is saved as numbers: of the picture on the map, or of A − B while that shows. */
export type DeskResult = {
  /** As "NDVI" or "True colour". */
  name: string
  cog: Cog
  trees: readonly BoundFormula[]
  description: ResultDescription
  fileName: string
}

export function resultOfDesk(
  { scene, picture, shown }: Desk,
  { b, difference }: Pick<Comparison, 'b' | 'difference'>,
): DeskResult | undefined {
  const { title } = scene
  if (difference.kind === 'ready' && b) {
    const { cog, tree } = difference
    const other = b.scene.key === scene.key ? '' : b.scene.title
    const formula = printWithWavelengths(tree, cog.info.bands)
    return {
      name: 'A − B',
      cog,
      trees: [tree],
      description: {
        bands: ['A - B'],
        metadata: { SCENE: title, ...(other && { SCENE_B: other }), FORMULA: formula },
      },
      fileName: `${fileStem(title, 'minus', other, pictureName(b.picture, b.scene.cog.info.bands))}.tif`,
    }
  }
  if (!shown) return undefined
  const { cog, trees } = shown
  const { bands } = cog.info
  const name = pictureName(picture, bands)
  const printed = trees.map((tree) => printWithWavelengths(tree, bands))
  return {
    name,
    cog,
    trees,
    description: {
      bands: trees.length === 1 ? [name] : printed,
      metadata: { SCENE: title, FORMULA: printed.join('; ') },
    },
    fileName: `${fileStem(title, name)}.tif`,
  }
}
