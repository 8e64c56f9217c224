import * as z from 'zod'
import { surfaceSchema } from './geojson.ts'
import { operation } from './operation.ts'
import { stacItemSchema } from './stac.ts'
import { momentSchema } from './timestamp.ts'

export const sceneFilterSchema = z.strictObject({
  /** A queryable of the collection, such as `eo:cloud_cover`. */
  id: z.string().min(1),
  // The document says integers; we send numbers as they are, whole ones for the percentages it is used with.
  min: z.int(),
  max: z.int(),
})

export const sceneSearchSchema = z
  .strictObject({
    start_date: momentSchema,
    end_date: momentSchema,
    satellites: z.array(z.strictObject({ satellite_id: z.string().min(1), collection_id: z.string().min(1) })).min(1),
    // The document leaves the geometry free and speaks of a "Rectangle", which GeoJSON has not; we send GeoJSON.
    geometry: surfaceSchema,
    filters: z.array(sceneFilterSchema).optional(),
    limit: z.int().min(1).max(10_000).optional(),
  })
  .refine((search) => Date.parse(search.start_date) <= Date.parse(search.end_date), {
    path: ['end_date'],
    error: 'The end may not lie before the start.',
  })
export type SceneSearch = z.input<typeof sceneSearchSchema>

export const sceneSearchOperations = {
  searchSatelliteImages: operation({
    method: 'POST',
    path: '/v0/search',
    operationId: 'SearchSatelliteImages',
    tag: 'Search',
    summary: 'Find scenes of chosen satellites over a surface, to make an AOI of',
    errors: [400, 403, 500],
  })
    .input(z.object({ body: sceneSearchSchema }))
    .output(
      z.object({
        // A map, not a list. What its keys are is not published; take them as opaque and read the scenes.
        items: z.preprocess(
          (map: Record<string, z.input<typeof stacItemSchema>> | null | undefined) => map ?? {},
          z.record(z.string(), stacItemSchema),
        ),
        // The text promises a `next_token`; the schema has `skip` in place of `offset` and no token.
        pagination: z
          .object({ limit: z.number().nullish(), skip: z.number().nullish(), total: z.number().nullish() })
          .nullish(),
      }),
    ),
}
