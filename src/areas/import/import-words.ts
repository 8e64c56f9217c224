import { formatNumber } from '#src/ui/data/format-number.ts'

const count = (n: number, one: string, many: string) => `${formatNumber(n, 0)} ${n === 1 ? one : many}`

/** What is said while an area comes out of a file, and when it goes into one. */
export const words = {
  importArea: 'Import an area',
  drop: 'Drop a file with the area: GeoJSON, KML, KMZ, zipped Shapefile, GeoPackage, WKT or CSV.',
  pasted: 'Pasted text',
  typed: 'Typed text',
  reading: (name: string) => `Reading ${name}`,
  cancel: 'Cancel',
  refused: (name: string) => `${name} was not imported`,
  kept: 'Nothing on the map has changed.',
  dismiss: 'Close',

  choose: (name: string) => `Features of ${name}`,
  found: (n: number, kind: string) => `${count(n, 'feature', 'features')} in this ${kind}`,
  filter: 'Find a feature',
  all: (n: number) => `All ${formatNumber(n, 0)}`,
  allShown: (n: number) => `All ${formatNumber(n, 0)} found`,
  noneFound: 'No feature has these letters in its name.',
  take: (n: number) =>
    n === 1 ? 'Use this feature' : n === 0 ? 'Use the features' : `Join ${formatNumber(n, 0)} into one area`,
  joining: 'Joining the outlines',
  chosenSize: (size: string) => `Chosen: ${size}`,
  noneChosen: 'Tick what shall be the area.',

  unnamed: (n: number) => `Feature ${formatNumber(n, 0)}`,
  taken: (what: string, kind: string) => (what === '' ? `From ${kind}.` : `${what}, from ${kind}.`),
  several: (n: number) => `${formatNumber(n, 0)} features joined`,
  notes: (notes: readonly string[]) => {
    const text = notes.join('; ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  },
  simplified: (full: number, now: number, percent: string) =>
    `Simplified from ${formatNumber(full, 0)} to ${formatNumber(now, 0)} corners; the size changes by ${percent}.`,
  keptCorners: 'Corners kept',

  exportArea: 'Export the area',
  save: 'Save as',
  copy: 'Copy as',
  copied: (format: string) => `The area is copied as ${format}.`,
  copyFailed: 'The browser did not allow copying: save the file instead.',
}
