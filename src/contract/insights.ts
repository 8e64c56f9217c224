import * as z from 'zod'
import { dataTypeSchema } from './data-type.ts'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf } from './page.ts'

/** The states of insights, workflow jobs and their tasks that are shown anywhere; the full list is not published. */
export const runStatuses = ['running', 'completed', 'failed'] as const

/** A block run over an AOI. */
export const insightSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  aoi_id: z.string().nullish(),
  status: openEnum(runStatuses),
  /** Percent. */
  progress: z.number().nullish(),
  cost: z.number().nullish(),
  err_msg: z.string().nullish(),
  /** Minutes. */
  estimated_time_in_min: z.number().nullish(),
  /** Read these two with `readDataTypes`. */
  input: z.unknown().optional(),
  output: z.unknown().optional(),
  metadata: z.record(z.string(), z.string()).nullish(),
  created_by: z.string().nullish(),
  created_at: z.string().nullish(),
  /** Set once deleted. */
  deleted_at: z.string().nullish(),
})
export type Insight = z.infer<typeof insightSchema>

export const newInsightSchema = z.strictObject({
  name: z.string().optional(),
  project_id: z.string().min(1).optional(),
  block: z.strictObject({
    // Only the version is marked as required; a version without a name means nothing, but `string` may stand for it.
    name: z.string().min(1).optional(),
    version: z.string().min(1),
    /** The id of the block. It is really called that. */
    string: z.string().min(1).optional(),
  }),
  input: z.array(dataTypeSchema),
  metadata: z.record(z.string(), z.string()).optional(),
  estimate: z.boolean().optional().meta({ default: false, description: 'Only tell the cost; nothing is run' }),
})
export type NewInsight = z.input<typeof newInsightSchema>

export const insightDownloadSchema = z.object({
  id: z.string(),
  status: z.string().nullish(),
  /** Present once the file is ready. */
  signed_url: z.string().nullish(),
})

const insight = z.object({ aoi_id: z.string().min(1), insight_id: z.string().min(1) })

// `aoi` in the singular throughout.
export const insightOperations = {
  createInsight: operation({
    method: 'POST',
    path: '/v0/aoi/{aoi_id}/insights',
    operationId: 'createInsights',
    tag: 'Insights',
    summary: 'Run a block over an AOI, or ask what that costs',
    status: 'in-answer',
    errors: [400, 403],
  })
    .input(z.object({ params: z.object({ aoi_id: z.string().min(1) }), body: newInsightSchema }))
    .output(
      z.union([
        z.object({ status: z.literal(200), body: z.object({ estimate: z.number() }) }),
        z.object({ status: z.literal(201), body: z.object({ id: z.string(), message: z.string().nullish() }) }),
      ]),
    ),

  // `aoiId` here, `aoi_id` in its neighbours. Said to be paged in the guide, yet there is nothing to page with.
  listInsights: operation({
    method: 'GET',
    path: '/v0/aoi/{aoiId}/insights',
    operationId: 'listInsights',
    tag: 'Insights',
    summary: 'List the insights of an AOI',
    errors: [400, 403],
  })
    .input(
      z.object({
        params: z.object({ aoiId: z.string().min(1) }),
        query: z
          .strictObject({
            id: z.string().optional(),
            status: z.string().optional(),
            created_by: z.string().optional(),
            created_on: z.string().optional().meta({ description: 'RFC 3339' }),
          })
          .prefault({}),
      }),
    )
    .output(z.object({ insights: listOf(insightSchema) })),

  // A PUT that asks for the file and, repeated, how far it is.
  downloadInsight: operation({
    method: 'PUT',
    path: '/v0/aoi/{aoi_id}/insights/{insight_id}/download',
    operationId: 'downloadInsights',
    tag: 'Insights',
    summary: 'Ask for inputs and outputs of an insight as one file, and how far it is',
    errors: [400, 403],
  })
    .input(
      z.object({
        params: insight,
        body: z
          .strictObject({ inputs: z.array(z.string()).optional(), outputs: z.array(z.string()).optional() })
          .optional(),
      }),
    )
    .output(insightDownloadSchema),

  // 200 without a body, where deleting a store answers 204. Whatever does come is dropped.
  deleteInsight: operation({
    method: 'DELETE',
    path: '/v0/aoi/{aoi_id}/insights/{insight_id}',
    operationId: 'deleteInsights',
    tag: 'Insights',
    summary: 'Delete an insight',
    answer: 'none',
    errors: [400, 403],
    errorsAs: ['*/*'],
  })
    .input(z.object({ params: insight, query: z.strictObject({ project_id: z.string().min(1) }) }))
    .output(z.unknown().transform((): void => undefined)),
}
