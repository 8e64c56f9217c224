import type { BlockSpec } from './block-spec.ts'

const numeric = new Intl.Collator('en', { numeric: true })

/** The newest first, by the numbers of semantic versions. */
export const byVersion = (a: Pick<BlockSpec, 'version'>, b: Pick<BlockSpec, 'version'>): number =>
  numeric.compare(b.version, a.version)

/** Of a block with several versions only the newest, in the order of the list. */
export function newestVersions(blocks: readonly BlockSpec[]): BlockSpec[] {
  return blocks.filter((block) => !blocks.some((other) => other.name === block.name && byVersion(other, block) < 0))
}
