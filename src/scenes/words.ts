import { formatNumber } from '#src/ui/data/format-number.ts'

/** What is said of a scene wherever it shows. */
export const words = {
  scenes: 'Scenes',
  cloud: 'Cloud',
  date: 'Date',
  satellite: 'Satellite',
  percent: (percent: number) => `${formatNumber(percent, 0)} %`,
  unknown: 'unknown',
  covers: (percent: number) => `Covers ${coverage(percent)} of the area`,
  coverage,
  ofArea: ' of the area',
  gsd: (metres: number) => `${formatNumber(metres, 1)} m`,
  foundIn: {
    archive: 'Found in the archive alone: can be ordered',
    analysis: 'Found in the search for analysis alone: an AOI can be made of it',
  },
  tick: (name: string) => `Pick ${name}`,
  details: 'Scene details',
  quicklookOf: (name: string) => `Quicklook of ${name}`,
  noQuicklook: 'No quicklook',
  quicklookFailed: 'The quicklook could not be drawn',
  bands: (count: number) => `${count} ${count === 1 ? 'band' : 'bands'}`,
  bandList: 'Bands',
  bandName: 'Band',
  bandColour: 'Name',
  bandCentre: 'Centre',
  bandWidth: 'Width',
  bandGsd: 'GSD',
  bandAt: (name: string, nm: number) => `${name}, ${formatNumber(nm, 1)} nm`,
  spectrum: (count: number, from: number, to: number) =>
    `${count} bands between ${formatNumber(from, 0)} and ${formatNumber(to, 0)} nm`,
}

/** Whole percents, but never a 100 or a 0 that is not one. */
function coverage(percent: number): string {
  if (percent > 0 && percent < 1) return '<1 %'
  return `${percent >= 99.5 && percent < 99.95 ? 99 : Math.round(percent)} %`
}
