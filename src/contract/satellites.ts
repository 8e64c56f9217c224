import * as z from 'zod'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf } from './page.ts'

/** Whose imagery: the service's own, or open data such as Sentinel and Landsat. */
export const providers = ['pixxel', 'planetary'] as const

export const satelliteBandSchema = z.object({
  name: z.string(),
  /** Centre of the band. No unit is published; like `center_wavelength` of scenes, below 20 is µm, above is nm. */
  wavelength: z.number().nullish(),
  scale: z.number().nullish(),
  offset: z.number().nullish(),
  /** Metres. */
  spatial_resolution: z.number().nullish(),
})

export const satelliteCollectionSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  provider: openEnum(providers).nullish(),
  /** Properties a scene search may filter by, such as `eo:cloud_cover`. */
  queryables: listOf(z.string()),
  /** Stored numbers that show as black and white. */
  rescale: z.array(z.number()).nullish(),
})

export const satelliteSchema = z.object({
  id: z.string(),
  name: z.string(),
  bands: listOf(satelliteBandSchema),
  collections: listOf(satelliteCollectionSchema),
  /** Band names that together look like a photograph. */
  rgb_composite: z
    .object({ red: z.string().nullish(), green: z.string().nullish(), blue: z.string().nullish() })
    .nullish(),
})
export type Satellite = z.infer<typeof satelliteSchema>

export const satelliteOperations = {
  // Published with a space in the operation id and under the tag of AOIs.
  listSatellites: operation({
    method: 'GET',
    path: '/v0/satellites',
    operationId: 'List Satellites',
    tag: 'AOI',
    summary: 'List the satellites with their bands and collections; never paged',
    errors: [400, 500],
  }).output(z.object({ satellites: listOf(satelliteSchema) })),
}
