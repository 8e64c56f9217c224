import type { Scene } from '#src/contract/stac.ts'

/**
 * A scene of a list without what only its own screen shows: a Firefly item names one asset a band, 135 of them and 30 kB,
 * and lists hold thousands of scenes. Pictures stay, for rows and the map; `archiveQueries.scene` fetches the item whole.
 */
export function slimScene({ assets, links: _links, stac_extensions: _extensions, ...item }: Scene): Scene {
  const pictures = Object.entries(assets ?? {}).filter(
    ([name, { roles }]) => name === 'thumbnail' || roles?.includes('thumbnail') || roles?.includes('overview'),
  )
  return { ...item, assets: Object.fromEntries(pictures) }
}
