import * as z from 'zod'
import { number, readPicture, writePicture, type Picture } from '../picture/picture-search-params.ts'

export const compareModes = ['swipe', 'side', 'blink', 'difference'] as const
export type CompareMode = (typeof compareModes)[number]

/** Which other picture the map shows beside the first, and how. */
export type Compare = z.infer<typeof schema> & {
  /** How B is shown. Which pixels count, and how they are read, B has from A. */
  picture: Picture
}

/** The fastest blink is two flashes a second: three may harm (WCAG 2.3.1). */
export const blinkMs = { min: 250, max: 3000, usual: 1000 }

/** Names in the URL. */
const schema = z.object({
  /** null: nothing is compared. */
  versus: z.enum(compareModes).nullable().catch(null),
  /** Which of the rasters of the source B is; null: the one before A, or A's own where there is only one. */
  'b-asset': z.string().min(1).max(200).nullable().catch(null),
  /** Where the swipe divides the map, percent of its width from the left. */
  divider: number.pipe(z.number().min(0).max(100)).catch(50),
  /** How long each picture shows while they blink. */
  'blink-ms': number.pipe(z.number().min(blinkMs.min).max(blinkMs.max)).catch(blinkMs.usual),
  /** The difference that shows as the last colour, and below zero as the first; null: by percentiles of the picture. */
  'difference-range': number.pipe(z.number().positive()).nullable().catch(null),
  'difference-colours': z.string().min(1).max(60).catch('RdBu'),
})

const names = Object.keys(schema.shape) as (keyof z.infer<typeof schema>)[]
const prefix = 'b-'

function readSettings(params: URLSearchParams) {
  return schema.parse(Object.fromEntries(names.map((name) => [name, params.get(name)])))
}

export function readCompare(params: URLSearchParams): Compare {
  return { ...readSettings(params), picture: readPicture(params, prefix) }
}

const usual = readSettings(new URLSearchParams())

/** The URL with this in it; what is as usual is left out. */
export function writeCompare(params: URLSearchParams, { picture, ...settings }: Compare): URLSearchParams {
  const next = writePicture(params, shownOnly(picture), prefix)
  for (const name of names) {
    const value = settings[name]
    if (value === null || value === usual[name]) next.delete(name)
    else next.set(name, String(value))
  }
  return next
}

/** Without what both pictures share. */
function shownOnly({ mask: _, nodata: __, scale: ___, opacity: ____, ...how }: Picture): Partial<Picture> {
  return how
}

/** B as it is shown: with what it has from A. */
export function pictureOfB(b: Picture, { mask, nodata, scale, opacity }: Picture): Picture {
  return { ...b, mask, nodata, scale, opacity }
}

/** Whether B is as it was before anybody chose it. */
export function isBUntouched({ picture }: Compare): boolean {
  return writePicture(new URLSearchParams(), shownOnly(picture)).size === 0
}
