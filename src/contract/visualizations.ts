import * as z from 'zod'
import { assetSchema } from './assets.ts'
import { expressionTypes } from './indices.ts'
import { legendDateSchema, legendUpdateSchema, visualizationMetadataSchema, visualizationModeSchema } from './legend.ts'
import { openEnum } from './open-enum.ts'
import { fileSchema, operation } from './operation.ts'
import { listOf, pageQuery, paginationSchema } from './page.ts'

/** Rests in `success`, `partial_success` or `failed`. */
export const visualizationStatuses = ['creating', 'success', 'partial_success', 'failed'] as const

/** What the list tells: no legend, no assets, no name. */
export const visualizationListItemSchema = z.object({
  id: z.string(),
  aoi_id: z.string().nullish(),
  index_id: z.string().nullish(),
  status: openEnum(visualizationStatuses),
  /** Percent. */
  progress: z.number().nullish(),
  tenant_id: z.string().nullish(),
  user_id: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
})
export type VisualizationListItem = z.infer<typeof visualizationListItemSchema>

/** Answered only when one is made or rolled back: the API cannot be asked for a single visualization. */
export const visualizationSchema = visualizationListItemSchema.extend({
  index_name: z.string().nullish(),
  expression: z.string().nullish(),
  expression_type: openEnum(expressionTypes).nullish(),
  rescale: z.array(z.number()).nullish(),
  assets: listOf(assetSchema),
  metadata: visualizationMetadataSchema.nullish(),
  type: openEnum(['custom']).nullish(),
})
export type Visualization = z.infer<typeof visualizationSchema>

export const newVisualizationSchema = z.strictObject({
  index_id: z.string().min(1),
  src_asset_ids: z.array(z.string().min(1)).optional().meta({ description: 'Mosaics to use; all when left out' }),
  resolution: z.number().positive().optional().meta({ description: 'Metres; that of the satellite when left out' }),
})
export type NewVisualization = z.input<typeof newVisualizationSchema>

const aoi = z.object({ aoi_id: z.string().min(1) })
const visualization = z.object({ aoi_id: z.string().min(1), visualization_id: z.string().min(1) })
const onePath = '/v0/aois/{aoi_id}/visualizations/{visualization_id}'

export const visualizationOperations = {
  listVisualizations: operation({
    method: 'GET',
    path: '/v0/aois/{aoi_id}/visualizations',
    operationId: 'ListVisualizations',
    tag: 'Visualizations',
    summary: 'List the visualizations of an AOI',
    errors: [403, 500],
  })
    .input(
      z.object({
        params: aoi,
        query: z
          .strictObject({
            ...pageQuery(10),
            // Only `custom` is known; left open, since it filters by something no answer says otherwise.
            type: z.string().optional(),
            user_id: z.string().optional(),
            expression_type: z.enum(expressionTypes).optional(),
            index_id: z.string().optional(),
            visualization_id: z.string().optional(),
          })
          .prefault({}),
      }),
    )
    // The list is called `visualization`, in the singular.
    .output(z.object({ visualization: listOf(visualizationListItemSchema), pagination: paginationSchema.nullish() })),

  createVisualization: operation({
    method: 'POST',
    path: '/v0/aois/{aoi_id}/visualizations',
    operationId: 'CreateVisualization',
    tag: 'Visualizations',
    summary: 'Compute an index over the mosaics of an AOI, in the background',
    status: 201,
    errors: [400, 401, 403, 404, 409, 500],
  })
    .input(z.object({ params: aoi, body: newVisualizationSchema }))
    .output(visualizationSchema),

  updateVisualizationMetadata: operation({
    method: 'PUT',
    path: `${onePath}/metadata`,
    operationId: 'UpdateVisualizationMetadata',
    tag: 'Visualizations',
    summary: 'Replace the legend of one mode; the other mode stays',
    errors: [400, 401, 403, 404, 500],
  })
    .input(z.object({ params: visualization, body: legendUpdateSchema }))
    .output(visualizationMetadataSchema),

  rollBackVisualizationMetadata: operation({
    method: 'PATCH',
    path: `${onePath}/metadata`,
    operationId: 'RollbackVisualizationMetadata',
    tag: 'Visualizations',
    summary: 'Compute the legend of one mode anew for some days',
    errors: [400, 401, 403, 404, 500],
  })
    .input(
      z.object({
        params: visualization,
        body: z.strictObject({
          index_id: z.string().min(1),
          dates: z.array(legendDateSchema).min(1),
          visualization_mode: visualizationModeSchema,
        }),
      }),
    )
    .output(visualizationSchema),

  // The document declares even the errors as image/png.
  generateIndexPng: operation({
    method: 'POST',
    path: `${onePath}/png`,
    operationId: 'GenerateIndexPng',
    tag: 'Visualizations',
    summary: 'Draw one day of the index with its legend',
    answer: 'image/png',
    errors: [400, 401, 403, 404, 500],
    errorsAs: ['image/png'],
  })
    .input(
      z.object({
        params: visualization,
        body: z.strictObject({
          index_id: z.string().min(1),
          date: legendDateSchema,
          visualization_mode: visualizationModeSchema,
        }),
      }),
    )
    .output(fileSchema),

  generateVisualizationSld: operation({
    method: 'POST',
    path: `${onePath}/sld`,
    operationId: 'GenerateVisualizationSLD',
    tag: 'Visualizations',
    summary: 'Get the legends as Styled Layer Descriptors for a GIS',
    errors: [400, 401, 403, 404, 500],
  })
    .input(
      z.object({
        params: visualization,
        body: z.strictObject({
          dates: z.array(legendDateSchema).min(1),
          visualization_modes: z.array(visualizationModeSchema).min(1),
        }),
      }),
    )
    // Mode, then day, then the XML.
    .output(z.object({ sld: z.record(z.string(), z.record(z.string(), z.string())) })),
}
