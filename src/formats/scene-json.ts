import * as z from 'zod'
import { FactsError } from './raster-facts.ts'
import type { RasterFacts } from './raster-facts.ts'
import { toNm } from './wavelength.ts'

/** What a JSON file beside the raster says about it. Everything may be missing. */
export type SceneJson = RasterFacts & { acquired?: string; sensor?: string; product?: string; place?: string }

const number = z.coerce.number().refine(Number.isFinite).optional()
const text = z.union([z.string(), z.number()]).transform(String).optional()

/** Names that producers use for the same thing, the more specific first. */
const bandSchema = z
  .looseObject({
    name: text,
    id: text,
    common_name: text,
    description: text,
    center_wavelength_nm: number,
    wavelength_nm: number,
    center_wavelength: number,
    wavelength: number,
    fwhm_nm: number,
    full_width_half_max: number,
    fwhm: number,
    scale: number,
    offset: number,
    bad: z.boolean().optional(),
  })
  .transform((band) => {
    const wavelength = band.center_wavelength_nm ?? band.wavelength_nm ?? band.center_wavelength ?? band.wavelength
    return {
      name: band.name ?? band.id ?? band.common_name,
      description: band.description,
      wavelengthNm: toNm(wavelength),
      fwhmNm: toNm(band.fwhm_nm, 'nm') ?? toNm(band.full_width_half_max ?? band.fwhm, undefined, wavelength),
      scale: band.scale,
      offset: band.offset,
      isBad: band.bad || undefined,
    }
  })

const fileSchema = z
  .looseObject({
    scale: number,
    offset: number,
    nodata: z
      .union([z.null().transform(() => undefined), z.literal(['nan', 'NaN']).transform(() => Number.NaN), number])
      .optional(),
    bands: z.array(bandSchema).optional(),
    acquired: text,
    datetime: text,
    acquisition_time: text,
    acquisition_date: text,
    sensor: text,
    instrument: text,
    platform: text,
    product: text,
    place: text,
  })
  .transform((file): SceneJson => {
    const acquired = file.acquired ?? file.datetime ?? file.acquisition_time ?? file.acquisition_date
    const sensor = file.sensor ?? file.instrument ?? file.platform
    return {
      scale: file.scale,
      offset: file.offset,
      nodata: file.nodata,
      bands: file.bands,
      ...(acquired !== undefined && { acquired }),
      ...(sensor !== undefined && { sensor }),
      ...(file.product !== undefined && { product: file.product }),
      ...(file.place !== undefined && { place: file.place }),
    }
  })

/**
 * Reads such a file: `{"bands": [{"name": "B1", "center_wavelength_nm": 443}], "scale": 0.0001, "acquired": "…"}`.
 * @throws FactsError that says where it is not understood; `fileName` is for that sentence.
 */
export function parseSceneJson(json: string, fileName: string): SceneJson {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new FactsError(`The metadata ${fileName} can not be read: ${(error as Error).message}`)
  }
  const parsed = fileSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
  throw new FactsError(`The metadata ${fileName} is not understood${where}: ${issue?.message ?? 'unknown form'}.`)
}
