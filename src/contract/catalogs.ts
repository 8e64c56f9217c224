import * as z from 'zod'
import { deliveryStatuses } from './deliveries.ts'
import { bboxSchema, geometrySchema } from './geojson.ts'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf, paginationSchema } from './page.ts'
import { stacItemSchema } from './stac.ts'
import { momentOrIntervalSchema } from './timestamp.ts'

/** One delivered picture that the workspace owns. */
export const catalogSchema = z.object({
  id: z.string(),
  task_id: z.string().nullish(),
  bandset_id: z.string().nullish(),
  /** Square kilometres. */
  area: z.number().nullish(),
  /** The picture as a STAC item, in the older of the two dialects. */
  details: stacItemSchema.nullish(),
  // Its example is SUCCESSFUL, which its own list of words has not.
  delivery_status: openEnum([...deliveryStatuses, 'SUCCESSFUL']).nullish(),
  org_id: z.string().nullish(),
  created_at: z.string().nullish(),
  created_by: z.string().nullish(),
  updated_at: z.string().nullish(),
  updated_by: z.string().nullish(),
})
export type Catalog = z.infer<typeof catalogSchema>

const scalar = z.union([z.string(), z.number(), z.boolean()])

export const catalogSearchSchema = z
  .strictObject({
    bbox: bboxSchema.optional(),
    // Typed as a polygon in the document; its text allows every geometry.
    intersects: geometrySchema.optional(),
    collections: z.array(z.string()).optional(),
    datetime: momentOrIntervalSchema.optional(),
    ids: z.array(z.string()).optional(),
    item_ids: z.array(z.string()).optional().meta({ description: 'Ids of scenes in the archive' }),
    order_ids: z.array(z.string()).optional(),
    order_item_ids: z.array(z.string()).optional(),
    /** Property to operators; the guide also writes plain values, as `{ "usecase": "agriculture" }`. */
    query: z.record(z.string(), z.union([scalar, z.record(z.string(), z.unknown())])).optional(),
    // Called `sortby` in the archive. The schema says property to ASC or DESC, the example says field and direction in
    // lower case: both are let through.
    sort_by: z
      .array(
        z.union([
          z.strictObject({ field: z.string().min(1), direction: z.enum(['asc', 'desc', 'ASC', 'DESC']) }),
          z.record(z.string(), z.enum(['ASC', 'DESC'])),
        ]),
      )
      .optional(),
    /** Two, unless said: ask for more. */
    limit: z.int().min(1).optional().meta({ default: 2 }),
    offset: z.int().min(0).optional().meta({ default: 0 }),
  })
  .refine((search) => search.bbox === undefined || search.intersects === undefined, {
    path: ['intersects'],
    error: 'Give a bbox or a geometry to intersect, not both.',
  })
export type CatalogSearch = z.input<typeof catalogSearchSchema>

export const catalogOperations = {
  searchCatalogs: operation({
    method: 'POST',
    path: '/v0/catalogs/search',
    operationId: 'SearchCatalogs',
    tag: 'Catalog',
    summary: 'Find delivered pictures',
    errors: [400, 500],
  })
    .input(z.object({ body: catalogSearchSchema }))
    .output(z.object({ catalogs: listOf(catalogSchema), pagination: paginationSchema.nullish() })),

  // No 404 is declared.
  getCatalog: operation({
    method: 'GET',
    path: '/v0/catalogs/{id}',
    operationId: 'GetCatalogById',
    tag: 'Catalog',
    summary: 'Get one delivered picture',
    errors: [400, 500],
  })
    .input(z.object({ params: z.object({ id: z.string().min(1) }) }))
    .output(catalogSchema),
}
