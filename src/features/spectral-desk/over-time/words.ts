/** What the chart over all dates says. */
export const words = {
  title: 'Over time',
  display: 'Show over time',
  displays: { mean: 'Mean', percentiles: 'Percentiles', areas: 'Class areas' },
  axes: { mean: 'mean ± std. dev.', percentiles: 'median, 5–95 %' },
  chart: (value: string, place: string) => `${value} over time, ${place}`,
  date: 'Date',
  mean: 'Mean',
  deviation: 'Std. dev.',
  valid: 'Valid',
  area: 'Area',
  unnamed: (number: number) => `Class ${number}`,

  progress: (done: number, total: number) => `${done} of ${total} dates`,
  counting: 'Counting dates',
  stop: 'Stop',
  goOn: 'Go on',
  waiting: 'waits',
  share: (share: number) => `${Math.floor(share * 100)} %`,
  failed: 'not read',
  failures: (count: number) =>
    count === 1
      ? 'One date could not be counted; the others stand.'
      : `${count} dates could not be counted; the others stand.`,
  thinned: (thinning: number) => `To be quick, one pixel in ${thinning} × ${thinning} is counted.`,
  outside: 'not there',
  noFormula: 'What is shown is followed through all dates here.',

  strip: 'Date shown on the map',
  before: 'The date before',
  after: 'The date after',
  play: 'Play through the dates',
  pause: 'Stop playing',

  figures: (place: string) => `Each date, ${place}`,
  csv: 'Save as CSV',
} as const
