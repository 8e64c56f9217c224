import * as z from 'zod'
import { polygonSchema, surfaceAnswerSchema } from './geojson.ts'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf, pageQuery, paginationSchema } from './page.ts'
import { providers } from './satellites.ts'

/** Starts as `started`; rests in `success`, `partial_success` or `failed`. */
export const aoiStatuses = ['started', 'running', 'updating', 'success', 'partial_success', 'failed'] as const

export const aoiSchema = z.object({
  aoi_id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  satellite_id: z.string().nullish(),
  project_id: z.string().nullish(),
  /** Keyed by image id; what the values are is not published. */
  images: z.record(z.string(), z.unknown()).nullish(),
  eo_bands: z.array(z.string()).nullish(),
  geometry: surfaceAnswerSchema,
  /** Percent. */
  progress: z.number().nullish(),
  status: openEnum(aoiStatuses),
  is_favourite: z.boolean().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  user_id: z.string().nullish(),
  /** Square metres, where orders and catalogs say square kilometres. */
  area_in_sq_m: z.number().nullish(),
  centroid: z.array(z.number()).nullish(),
})
export type Aoi = z.infer<typeof aoiSchema>

export const newAoiSchema = z.strictObject({
  /** Must not be taken yet. */
  name: z.string().min(1),
  description: z.string(),
  satellite_id: z.string().min(1),
  provider: z.enum(providers),
  project_id: z.string().min(1),
  // The guide also speaks of MultiPolygon; the schema allows only Polygon, and so do we.
  geometry: polygonSchema,
  /** Scenes of that one satellite. */
  item_ids: z.array(z.string().min(1)).min(1),
})
export type NewAoi = z.input<typeof newAoiSchema>

export const aoiOperations = {
  listAois: operation({
    method: 'GET',
    path: '/v0/aois',
    operationId: 'ListAOIs',
    tag: 'AOI',
    summary: 'List AOIs',
    errors: [404, 500],
  })
    .input(
      z
        .object({
          query: z
            .strictObject({
              ...pageQuery(10),
              created_at: z.string().optional(),
              updated_at: z.string().optional(),
              aoi_id: z.string().optional(),
              aoi_name: z.string().optional(),
              project_ids: z.string().optional().meta({ description: 'Several with commas between' }),
            })
            .prefault({}),
        })
        .prefault({}),
    )
    .output(z.object({ aois: listOf(aoiSchema), pagination: paginationSchema.nullish() })),

  createAoi: operation({
    method: 'POST',
    path: '/v0/aois',
    operationId: 'AOICreateAOI',
    tag: 'AOI',
    summary: 'Make an AOI of a surface and chosen scenes; it is prepared in the background',
    status: 201,
    errors: [400, 403, 409, 500],
  })
    .input(z.object({ body: newAoiSchema }))
    .output(aoiSchema),

  // `aoi` in the singular, beside the plural of the list.
  getAoi: operation({
    method: 'GET',
    path: '/v0/aoi/{aoi_id}',
    operationId: 'GetAoiById',
    tag: 'AOI',
    summary: 'Get one AOI',
    errors: [400, 403, 404, 500],
  })
    .input(z.object({ params: z.object({ aoi_id: z.string().min(1) }) }))
    .output(aoiSchema),
}
