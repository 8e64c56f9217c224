import * as z from 'zod'
import { bboxSchema, geometrySchema } from './geojson.ts'
import { operation } from './operation.ts'
import { listOf, pageQuery } from './page.ts'
import { stacItemSchema, stacLinkSchema } from './stac.ts'
import { momentOrIntervalSchema } from './timestamp.ts'

export const collectionSchema = z.looseObject({
  id: z.string(),
  type: z.string().nullish(),
  stac_version: z.string().nullish(),
  stac_extensions: z.unknown().optional(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  license: z.string().nullish(),
  extent: z
    .looseObject({
      spatial: z.looseObject({ bbox: z.array(z.array(z.number())).nullish() }).nullish(),
      temporal: z.looseObject({ interval: z.array(z.array(z.string().nullable())).nullish() }).nullish(),
    })
    .nullish(),
  providers: z
    .array(
      z.looseObject({
        name: z.string().nullish(),
        description: z.string().nullish(),
        roles: z.array(z.string()).nullish(),
        url: z.string().nullish(),
      }),
    )
    .nullish(),
  summaries: z.unknown().optional(),
  links: z.array(stacLinkSchema).nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
})
export type Collection = z.infer<typeof collectionSchema>

/** Scenes as GeoJSON, without a total; a page may be the last one when it is not full. */
export const stacItemCollectionSchema = z.looseObject({
  type: z.string().nullish(),
  features: listOf(stacItemSchema),
  links: z.array(stacLinkSchema).nullish(),
})
export type StacItemCollection = z.infer<typeof stacItemCollectionSchema>

export const archiveSearchSchema = z
  .strictObject({
    bbox: bboxSchema.optional(),
    intersects: geometrySchema.optional(),
    collections: z.array(z.string()).optional(),
    ids: z.array(z.string()).optional(),
    datetime: momentOrIntervalSchema.optional(),
    /** Property to operators, as `{ "eo:cloud_cover": { "lt": 10 } }`; `gt`, `lt` and `eq` are known to exist. */
    query: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    // Called `sort_by` in catalogs. The document leaves the entries free and shows this form.
    sortby: z.array(z.strictObject({ field: z.string().min(1), direction: z.enum(['asc', 'desc']) })).optional(),
    limit: z.int().min(1).optional().meta({ default: 10 }),
    offset: z.int().min(0).optional(),
  })
  .refine((search) => search.bbox === undefined || search.intersects === undefined, {
    path: ['intersects'],
    error: 'Give a bbox or a geometry to intersect, not both.',
  })
export type ArchiveSearch = z.input<typeof archiveSearchSchema>

const collectionId = z.string().min(1)

export const archiveOperations = {
  listCollections: operation({
    method: 'GET',
    path: '/v0/archives/collections',
    operationId: 'ListCollections',
    tag: 'Archives',
    summary: 'List the collections of the archive',
    errors: [400, 500],
  })
    .input(
      z
        .object({
          query: z
            // How several are written is not published; commas, as `project_ids` of AOIs has it.
            .strictObject({ ids: z.string().optional().meta({ description: 'Several with commas between' }) })
            .prefault({}),
        })
        .prefault({}),
    )
    .output(z.object({ collections: listOf(collectionSchema) })),

  getCollection: operation({
    method: 'GET',
    path: '/v0/archives/collections/{cid}',
    operationId: 'GetCollectionById',
    tag: 'Archives',
    summary: 'Get one collection',
    errors: [400, 404, 500],
  })
    .input(z.object({ params: z.object({ cid: collectionId }) }))
    .output(collectionSchema),

  listCollectionItems: operation({
    method: 'GET',
    path: '/v0/archives/collections/{cid}/items',
    operationId: 'ListItemInCollection',
    tag: 'Archives',
    summary: 'List the scenes of a collection',
    errors: [400, 500],
  })
    .input(z.object({ params: z.object({ cid: collectionId }), query: z.strictObject(pageQuery()).prefault({}) }))
    .output(stacItemCollectionSchema),

  getCollectionItem: operation({
    method: 'GET',
    path: '/v0/archives/collections/{cid}/items/{id}',
    operationId: 'GetCollectionItemById',
    tag: 'Archives',
    summary: 'Get one scene of a collection',
    errors: [400, 404, 500],
  })
    .input(z.object({ params: z.object({ cid: collectionId, id: z.string().min(1) }) }))
    .output(stacItemSchema),

  searchArchive: operation({
    method: 'POST',
    path: '/v0/archives/search',
    operationId: 'SearchItemInArchive',
    tag: 'Archives',
    summary: 'Find scenes that can be ordered',
    errors: [400, 404, 500],
  })
    .input(z.object({ body: archiveSearchSchema }))
    .output(stacItemCollectionSchema),
}
