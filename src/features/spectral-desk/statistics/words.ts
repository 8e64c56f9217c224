import { formatNumber } from '#src/ui/data/format-number.ts'

const count = (number: number) => formatNumber(number, 0)

/** What the statistics of a region say. */
export const words = {
  region: 'Region',
  whole: 'Whole picture',
  draw: 'Draw a region',
  drawHint: 'Click the corners; a double click or Enter closes the region.',
  drawStop: 'Stop',
  countWhole: 'Count the whole picture',
  noRegion: 'Draw a region on the map, and every pixel in it is counted.',
  noPicture: 'The values of the picture are counted here.',

  counting: (name: string) => `Counting ${name}`,
  cancel: 'Cancel',
  stopped: (name: string) => `${name} is not counted: it was cancelled.`,
  start: 'Count',
  failed: (name: string) => `${name} could not be counted`,
  outside: (name: string) => `${name} does not lie on this picture.`,
  noValue: (name: string, pixels: number) =>
    `None of the ${count(pixels)} pixels of ${name} has a value: the file holds no data there, the formula divides by zero, or the mask leaves nothing.`,
  thinned: (thinning: number) => `Too large to count every pixel: one in ${thinning} × ${thinning} was counted.`,

  figures: (name: string) => `Statistics of ${name}`,
  measure: 'Of the values',
  picture: 'Picture',
  pictureOf: (thinning: number) => `Of the picture, one pixel in ${thinning} × ${thinning} is counted.`,
  pixels: 'Pixels',
  valid: 'With a value',
  area: 'Area',
  mean: 'Mean',
  deviation: 'Std. deviation',
  min: 'Least',
  max: 'Most',
  median: 'Median',
  percentile: (percent: number) => `${percent} %`,

  chart: (value: string, name: string) => `How ${value} spreads in ${name}`,
  share: 'Pixels',
  classes: (name: string) => `Classes in ${name}`,
  unnamed: (from: string, to: string) =>
    from === '' ? `below ${to}` : to === '' ? `above ${from}` : `${from} to ${to}`,
  channels: ['Red', 'Green', 'Blue'],
  value: 'Value',

  copy: 'Copy as table',
  csv: 'Save as CSV',
} as const
