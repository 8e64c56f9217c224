import type { Satellite } from '#src/contract/satellites.ts'

export type SatelliteGroup<Item> = { satellite: Satellite; provider: 'pixxel' | 'planetary'; scenes: readonly Item[] }

/** Scenes by satellite, since an AOI holds those of one; most scenes first. `unknown` are of none that the service lists. */
export function groupBySatellite<Item extends { collectionId: string }>(
  scenes: readonly Item[],
  satellites: readonly Satellite[],
): { groups: SatelliteGroup<Item>[]; unknown: readonly Item[] } {
  const groups = satellites.flatMap((satellite): SatelliteGroup<Item>[] => {
    const own = scenes.filter(({ collectionId }) => satellite.collections.some(({ id }) => id === collectionId))
    if (own.length === 0) return []
    const collection = satellite.collections.find(({ id }) => id === own[0]?.collectionId)
    return [{ satellite, provider: collection?.provider === 'planetary' ? 'planetary' : 'pixxel', scenes: own }]
  })
  const known = new Set(groups.flatMap((group) => group.scenes))
  groups.sort((a, b) => b.scenes.length - a.scenes.length)
  return { groups, unknown: scenes.filter((scene) => !known.has(scene)) }
}
