/** One class of a legend: `min` belongs to it, `max` to the next. */
export type LegendClass = { label: string; color: string; min: number; max: number }

/** Where one class ends and the next begins, as the literature has it: n labels and colours need n - 1 breaks. */
export type PublishedClasses = { breaks: number[]; labels: string[]; colors: string[]; source: string }

/** An index of the library, before it is known which satellite it is for. */
export type Preset = {
  /** The API's short name in lower case. */
  key: string
  name: string
  title: string
  /** What it shows and when to use it. */
  description: string
  /**
   * In wavelengths and roles, on reflectance from 0 to 1. The first that a satellite's bands can serve is taken: the
   * wavelengths of the paper first, then what broad-band sensors use in their place.
   */
  formulas: [string, ...string[]]
  /** What low and high colours usually stand for. */
  rescale: [min: number, max: number]
  colormap: string
  /** Who proposed it. */
  source: string
  classes?: PublishedClasses
}
