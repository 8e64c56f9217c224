import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import * as z from 'zod'
import { IngestError } from './ingest-error.ts'

/** What a JSON file beside the raster says about it. Everything may be missing. */
export type SceneMetadata = {
  scale?: number
  offset?: number
  nodata?: number
  bands?: BandMetadata[]
  acquired?: string
  sensor?: string
  product?: string
  place?: string
}
export type BandMetadata = { name?: string; wavelength?: number; fwhm?: number; description?: string }

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
  })
  .transform((band): BandMetadata => ({
    name: band.name ?? band.id ?? band.common_name,
    wavelength: band.center_wavelength_nm ?? band.wavelength_nm ?? band.center_wavelength ?? band.wavelength,
    fwhm: band.fwhm_nm ?? band.full_width_half_max ?? band.fwhm,
    description: band.description,
  }))

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
  .transform((file): SceneMetadata => ({
    scale: file.scale,
    offset: file.offset,
    nodata: file.nodata,
    bands: file.bands,
    acquired: file.acquired ?? file.datetime ?? file.acquisition_time ?? file.acquisition_date,
    sensor: file.sensor ?? file.instrument ?? file.platform,
    product: file.product,
    place: file.place,
  }))

export async function readSceneMetadata(path: string): Promise<SceneMetadata> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new IngestError(`The metadata ${basename(path)} can not be read: ${(error as Error).message}`)
  }
  const parsed = fileSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
  throw new IngestError(
    `The metadata ${basename(path)} is not understood${where}: ${issue?.message ?? 'unknown form'}.`,
  )
}

/** An ISO time in UTC, or null for what is not a date. A time without a zone counts as UTC. */
export function toUtc(value: string | undefined): string | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i.exec(
    value?.trim() ?? '',
  )
  if (!match) return null
  const zone = !match[3] || /UTC/i.test(match[3]) ? 'Z' : match[3]
  const date = new Date(`${match[1]}T${match[2] ?? '00:00:00'}${zone}`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
