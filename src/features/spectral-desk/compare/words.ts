import type { CompareMode } from './compare-search-params.ts'

/** What the comparison on the desk says. */
export const words = {
  title: 'Compare',
  mode: 'Compare by',
  modes: {
    off: 'Off',
    swipe: 'Swipe',
    side: 'Beside',
    blink: 'Blink',
    difference: 'A − B',
  } satisfies Record<CompareMode | 'off', string>,
  intro: 'A second picture, B, beside the one on the map: another date, formula or composite.',
  swap: 'Swap A and B',
  pictureB: 'Picture B',
  dateB: 'Date of B',
  opening: 'Opening the picture of B',
  failed: 'The picture of B could not be opened',

  divider: 'Border between picture A and picture B',
  dividerAt: (percent: number) => `A left of ${Math.round(percent)} % of the map, B right of it`,
  a: (what: string) => `Picture A: ${what}`,
  b: (what: string) => `Picture B: ${what}`,

  mapB: 'Map of picture B',

  noDifference: 'A − B can not be shown',
  differenceOfComposites:
    'A composite has three values a pixel, and a difference is of one: show a formula or a band as A and as B.',
  subtractDates: (what: string) => `Show ${what} of both dates`,
  subtract: (a: string, b: string) => `Show ${a} − ${b}`,
  differenceWaits: 'Counting the values of A − B.',
  differenceEmpty: 'Nowhere do both A and B have a value.',
  differenceColours: 'Colour map of A − B',
  differenceRange: 'Range of A − B, alike above and below zero',
  differenceUpTo: 'Up to ±',
  differenceByPixels: 'By percentiles',
  difference: (a: string, b: string) => `A − B: ${a} − ${b}`,

  noValue: 'none',

  play: 'Play',
  pause: 'Pause',
  flip: 'Show the other picture',
  each: 'Each for',
  now: (which: 'A' | 'B', what: string) => `On the map: ${which}, ${what}`,
  still: 'Your system asks for little motion: change the picture by hand, with the button or B.',
} as const
