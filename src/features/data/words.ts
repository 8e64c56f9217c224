import { formatNumber } from '#src/ui/data/format-number.ts'

/** What the reference pages say. */
export const words = {
  title: 'Data',
  pageTitle: (name: string) => `${name} – Swath`,
  kinds: 'Kinds of data',
  collections: 'Collections',
  satellites: 'Satellites',
  collection: 'Collection',
  loading: 'Loading',
  noCollections: 'The archive has no collections for this token.',
  noSatellites: 'The service lists no satellites for this token.',
  bandsAndGsd: (bands: number, gsdM: number | undefined) =>
    [
      ...(bands > 0 ? [`${formatNumber(bands, 0)} ${bands === 1 ? 'band' : 'bands'}`] : []),
      ...(gsdM === undefined ? [] : [`${formatNumber(gsdM, 1)} m`]),
    ].join(' · '),
  facts: 'Facts',
  id: 'Id',
  provider: 'Provider',
  license: 'Licence',
  first: 'First scene',
  last: 'Last scene',
  gsd: 'Ground sample distance',
  bands: 'Bands',
  noBands: 'The service does not tell the bands.',
  scenes: 'Scenes',
  noScenes: 'The collection holds no scenes yet.',
  showMore: 'Show more',
  loadedScenes: (count: number, isAll: boolean) => (isAll ? formatNumber(count, 0) : `first ${formatNumber(count, 0)}`),
  searchHere: 'Search in Explore',
  filters: 'Scenes can be searched by',
  inCollections: 'Collections',
}
