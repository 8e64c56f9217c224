import { formatNumber } from '#src/ui/data/format-number.ts'
import { cloudClasses, untold, type Facet } from './facets/facets.ts'

const scenes = (count: number) => `${formatNumber(count, 0)} ${count === 1 ? 'scene' : 'scenes'}`

const daysText = (from: string, to: string) => (from === to ? from : `${from} – ${to}`)

const sources: Record<string, string> = { both: 'both', archive: 'archive only', analysis: 'analysis only' }

/** What Explore says. */
export const words = {
  title: 'Explore',
  pageTitle: 'Explore – Swath',

  filters: 'Filters',
  dates: 'Acquired',
  lastYear: 'last 12 months',
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  collections: 'Collections',
  collectionsSome: (count: number) => `${count} ${count === 1 ? 'collection' : 'collections'}`,
  collectionsLoading: 'Loading collections',
  collectionsFailed: 'The collections could not be loaded.',
  cloudUpTo: 'Cloud up to',
  moreFilters: 'More filters',
  offNadirUpTo: 'Off nadir up to',
  sunFrom: 'Sun at least',
  gsdUpTo: 'GSD up to',
  any: 'any',
  offNadirSummary: (degrees: number) => `off nadir up to ${degrees}°`,
  sunSummary: (degrees: number) => `sun from ${degrees}°`,
  gsdSummary: (metres: number) => `GSD up to ${metres} m`,
  comparedHere: (names: readonly string[]) =>
    `${names.join(', ')}: the search for analysis can not be asked by that for these collections, so its scenes are compared here as they come.`,
  gsdComparedHere: 'Neither catalogue can be asked by GSD: scenes are compared here as they come.',
  cloudSummary: (percent: number) => `cloud up to ${percent} %`,
  retry: 'Try again',
  resetFilters: 'Reset filters',
  searchAgain: 'Search again',

  timeline: 'Scenes over time',
  firstDay: 'First day',
  lastDay: 'Last day',
  timelineBar: (from: string, to: string, all: number, clear: number, percent: number) =>
    `${daysText(from, to)}: ${scenes(all)}, ${clear} with at most ${percent} % cloud`,
  pointedBar: (from: string, to: string, all: number, clear: number) =>
    `${daysText(from.slice(5), to.slice(5))}: ${scenes(all)}, ${clear} clear`,
  clearKey: (percent: number) => `≤ ${percent} % cloud`,
  cloudyKey: 'more',
  cloudyKeyAmong: (count: number) => `more · first ${formatNumber(count, 0)}`,
  allDays: 'All days',

  narrow: 'Narrow down',
  narrowed: (count: number) => `${count} chosen`,
  countedAmong: (count: number, isComplete: boolean) =>
    isComplete ? `all ${scenes(count)}` : `of ${scenes(count)} read`,
  countedSoFar: (count: number) => `Counted over the ${scenes(count)} read so far.`,
  countAll: 'Count all',
  showAllFound: 'Show all found',
  moreValues: (count: number) => `${count} more`,
  facets: { satellite: 'Satellite', source: 'Catalogue', level: 'Level', cloud: 'Cloud', gsd: 'GSD', month: 'Month' },
  facetValue: (facet: Facet, value: string) => {
    if (value === untold) return 'not told'
    if (facet === 'source') return sources[value] ?? value
    if (facet === 'gsd') return `${formatNumber(Number(value), 1)} m`
    if (facet !== 'cloud') return value
    const at = cloudClasses.findIndex((upTo) => String(upTo) === value)
    return `${cloudClasses[at - 1] ?? 0}–${value} %`
  },

  sort: 'Order',
  sorts: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    clearest: 'Clearest first',
    coverage: 'Most coverage',
    finest: 'Finest GSD',
    steepest: 'Nearest nadir',
    sunniest: 'Highest sun',
  },
  /** No catalogue tells a total: until its end is reached, "at least" is all one can say. */
  found: ({ shown, fitting, isComplete }: { shown: number; fitting: number; isComplete: boolean }) => {
    if (!isComplete) return `${formatNumber(shown, 0)} of at least ${formatNumber(fitting, 0)}`
    return shown === fitting ? scenes(fitting) : `${formatNumber(shown, 0)} of ${scenes(fitting)}`
  },
  sortedAmong: (count: number) => `Sorted among the ${scenes(count)} read so far: neither catalogue knows this order.`,
  untoldCloud:
    'Scenes that tell no cloud figure may be missing in this order: the catalogues give them no place in it.',
  coverageFailed: 'How much of the area they cover could not be measured: load the page again.',
  searching: 'Searching both catalogues',
  catalogues: { archive: 'The archive', analysis: 'The search for analysis' },
  catalogueFailed: (name: string, what: string) => `${name}: ${what}`,
  othersShown: 'What the other catalogue has is shown below.',
  catalogueCut: (name: string) =>
    `${name} has more scenes at one moment than it gives at once. Choose fewer collections.`,
  showMore: 'Show more',
  noArea: 'Draw an area on the map, type its coordinates or drop a file to see which scenes cover it.',
  drawRectangle: 'Draw a rectangle',
  areaUnusable: 'The search starts once the area is in order.',
  datesUnusable: 'The search starts once the dates are in order.',
  nothingSuits: 'Nothing fits?',
  nothingFits: (count: number, isComplete: boolean) =>
    isComplete
      ? `None of the ${scenes(count)} found here has all that is chosen.`
      : `None of the first ${scenes(count)} has all that is chosen.`,
  orderNew: 'Order a new picture here',
  nothingFound: 'No scene over this area matches the filters.',

  pickedCover: (count: number, percent: string | null) =>
    percent === null ? `${scenes(count)} picked` : `${scenes(count)} picked, covering ${percent}`,
  noPrice: (reason: string) => `Not to be ordered so: ${reason}`,
  pickBest: 'Best cover',
  pickBestMeaning: 'Pick the fewest scenes that cover the area, the clearer first',
  pickBestFailed: 'The fewest scenes could not be found out: load the page again.',
  clearPicked: 'Clear',
  compare: 'Compare',
  compared: 'Two scenes compared',
  onMap: 'On the map',
  compareWays: { both: 'Both', first: 'Left', second: 'Right', blink: 'Blink' },
  gsdShort: 'GSD',
  pickedUnknown: (count: number) =>
    count === 1
      ? '1 of them is not found any more, or not read yet.'
      : `${count} of them are not found any more, or not read yet.`,
  notOrderable: (count: number) =>
    count === 1
      ? '1 of them is not in the archive and can not be ordered.'
      : `${count} of them are not in the archive and can not be ordered.`,
  downloadPicked: 'Download picked scenes',
  deliveredFiles: 'Files',
  deliveredOf: (count: number, all: number) => {
    if (count === 0)
      return 'None of these scenes was delivered to this workspace yet: order them, or make an AOI of them, to get files.'
    if (count === all) return `${all === 1 ? 'The scene was' : `All ${scenes(all)} were`} delivered to this workspace.`
    return `${formatNumber(count, 0)} of ${scenes(all)} ${count === 1 ? 'was' : 'were'} delivered to this workspace. The others have no files yet: order them, or make an AOI of them.`
  },
  downloadDelivered: (count: number) => `Download ${scenes(count)}`,
  downloadLabel: ([first = '', ...others]: readonly string[]) =>
    others.length === 0 ? first : `${first} and ${others.length} more`,
  listOfScenes: 'List',
  listMeaning: 'Ids with date, cloud, coverage and angles, for a script or another desk.',
  saveTable: (count: number) => `Save ${scenes(count)} as CSV`,
  copyIds: 'Copy ids',
  sceneTableName: 'scenes.csv',
  addToCart: 'Add to cart',
  createAoi: 'Create AOI',
  oneSatellite: 'An AOI takes scenes of one collection; these are of several.',
  addedToCart: (added: number) => (added === 0 ? 'Already in the cart' : `${scenes(added)} added to the cart`),
  openCart: 'Open cart',

  colourBy: 'Colour outlines by',
  colourings: { none: 'None', cloud: 'Cloud', date: 'Date', satellite: 'Satellite' },
  quicklookOpacity: 'Quicklook opacity',
  density: (outlines: number, count: number) =>
    `Outlines of the first ${formatNumber(outlines, 0)} of ${scenes(count)}; where all of them lie, as shade.`,

  savedSearches: 'Saved searches',
  noSavedSearches: 'None yet. A saved search brings back its area, dates, filters and order.',
  searchName: 'Name of this search',
  searchExample: 'Lakes this summer',
  save: 'Save',
  cancel: 'Cancel',
  undo: 'Undo',
  rename: (name: string) => `Rename ${name}`,
  remove: (name: string) => `Delete ${name}`,
  nameTaken: 'Another search has this name.',
  searchSaved: (name: string) => `Saved as ${name}`,
  searchReplaced: (name: string) => `${name} was replaced`,
  searchDeleted: (name: string) => `${name} was deleted`,
  searchNotKept: 'This browser keeps nothing for this page: it is gone when the page is closed.',

  scene: 'Scene',
  scenePageTitle: (title: string) => `${title} – Swath`,
  sceneGone: 'The search for analysis does not find this scene any more',
  sceneGoneAdvice: 'It may have been removed, or the address is not complete. Go back to search again.',
  sceneNotOrderable: 'The archive does not have this scene: it can not be ordered. An AOI can be made of it.',
  sceneLoading: 'Loading the scene',
  orderNeedsArea: 'Without an area, the whole footprint is ordered.',
  acquired: 'Acquired',
  satellite: 'Satellite',
  collection: 'Collection',
  instrument: 'Instrument',
  level: 'Product level',
  cloud: 'Cloud',
  gsd: 'Ground sample distance',
  offNadir: 'Off nadir',
  sunElevation: 'Sun elevation',
  sunAzimuth: 'Sun azimuth',
  footprintArea: 'Footprint',
  coversArea: 'Covers the area',
  projection: 'Projection',
  license: 'Licence',
  sceneId: 'Scene id',
  copyId: 'Copy the scene id',
  facts: 'Facts',
  bands: 'Bands',
  noBands: 'The scene lists no bands.',
  quicklook: 'Quicklook',
  opacity: 'Opacity',
  zoomToScene: 'Zoom to the scene',
}
