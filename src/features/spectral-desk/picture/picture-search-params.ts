import * as z from 'zod'

/** What the map shows of a raster, as a person set it. Texts are as typed: what they mean depends on the sensor. */
export type Picture = z.infer<typeof schema>
export type Range = readonly [from: number, to: number]

/** A number of an address, as text. */
export const number = z
  .string()
  .regex(/^-?[\d.]/)
  .transform(Number)
  .pipe(z.number())
const numbers = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(number))
const ascending = (list: readonly number[]) => list.every((at, i) => i === 0 || at > list[i - 1]!)
const rangeText = numbers.pipe(z.tuple([z.number(), z.number()])).refine(ascending)
const rangesText = z
  .string()
  .transform((text) => text.split(';'))
  .pipe(z.tuple([rangeText, rangeText, rangeText]))
const colour = z.string().regex(/^[\da-f]{6}$/i)
const gamma = number.pipe(z.number().min(0.1).max(5)).catch(1)
const longestText = 5000
const text = z.string().max(longestText).catch('')

/** Names in the URL. A setting belongs to one way of showing, so that going to another and back changes nothing. */
const schema = z.object({
  show: z.enum(['composite', 'formula', 'band']).catch('composite'),

  /** The key of a preset, or three expressions parted by `;`. Empty: the first preset that the sensor can show. */
  rgb: text,
  'rgb-ranges': rangesText.nullable().catch(null),
  /** Where the ranges come from when none are set: the reflectance a preset is usually shown over, or percentiles. */
  'rgb-stretch': z.enum(['usual', 'pixels']).catch('usual'),
  'rgb-gamma': gamma,

  f: text,
  /** null: by percentiles of the picture. */
  'f-range': rangeText.nullable().catch(null),
  'f-colours': z.string().min(1).max(60).catch('viridis'),
  'f-gamma': gamma,
  /** Inner borders between classes, ascending; null shows a ramp. */
  'f-breaks': numbers.pipe(z.array(z.number()).min(1).max(14)).refine(ascending).nullable().catch(null),
  /** One of each class, `rrggbb`; null takes them from the colour map. */
  'f-classes': z
    .string()
    .transform((colours) => colours.split(','))
    .pipe(z.array(colour))
    .nullable()
    .catch(null),
  /** Names of the classes, parted by `|`. */
  'f-labels': z
    .string()
    .max(longestText)
    .transform((labels) => labels.split('|'))
    .nullable()
    .catch(null),

  /** A band by name or by wavelength, as `R854`. Empty: the one in the middle. */
  band: text,
  'band-range': rangeText.nullable().catch(null),
  'band-colours': z.string().min(1).max(60).catch('gray'),
  'band-gamma': gamma,

  /** What "by percentiles" means. */
  percentiles: rangeText.refine(([from, to]) => from >= 0 && to <= 100).catch((): [number, number] => [2, 98]),
  /** Percent. */
  opacity: number.pipe(z.number().min(0).max(100)).catch(100),
  /** A condition: pixels where it is false or has no value are left out. */
  mask: text,
  /** The stored number that means "no data", where the file says none or a wrong one. */
  nodata: number.nullable().catch(null),
  /** Value of one stored step, where the file does not say it. */
  scale: number.pipe(z.number().positive()).nullable().catch(null),
})

const names = Object.keys(schema.shape) as (keyof Picture)[]

/** `prefix` stands before each name, so that an address holds more than one picture. */
export function readPicture(params: URLSearchParams, prefix = ''): Picture {
  return schema.parse(Object.fromEntries(names.map((name) => [name, params.get(prefix + name)])))
}

const usual = readPicture(new URLSearchParams())

/** The URL with some of it changed; what is as usual is left out, so that links stay short. */
export function writePicture(params: URLSearchParams, change: Partial<Picture>, prefix = ''): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of names) {
    if (!(name in change)) continue
    const written = write(name, change[name])
    if (written === write(name, usual[name])) next.delete(prefix + name)
    else next.set(prefix + name, written)
  }
  return next
}

/** Lists of lists part by `;`, names (which hold commas) by `|`, everything else by `,`. */
function write(name: keyof Picture, value: Picture[keyof Picture] | undefined): string {
  if (value === null || value === undefined) return ''
  if (!Array.isArray(value)) return String(value)
  if (name === 'rgb-ranges') return value.map(String).join(';')
  return name === 'f-labels' ? value.map((label) => String(label).replaceAll('|', '/')).join('|') : value.join(',')
}
