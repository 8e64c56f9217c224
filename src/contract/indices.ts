import * as z from 'zod'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf, pageQuery, paginationSchema } from './page.ts'

/** `index`: one formula. `composite`: three for red, green, blue. `grayscale`: one band. */
export const expressionTypes = ['index', 'composite', 'grayscale'] as const
export const indexTypes = ['custom', 'preset'] as const

export const indexSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  /** Band names of its satellite, numbers, + - * / ** and parentheses. */
  expression: z.string(),
  expression_type: openEnum(expressionTypes).nullish(),
  type: openEnum(indexTypes).nullish(),
  /** The bands named in the expression. */
  bands: z.array(z.string()).nullish(),
  colormap: z.string().nullish(),
  rescale: z.array(z.number()).nullish(),
  satellite_id: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
})
export type Index = z.infer<typeof indexSchema>

export const newIndexSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string(),
  expression: z.string().min(1),
  expression_type: z.enum(expressionTypes),
  colormap: z.string().min(1),
  // The document says whole numbers, which no ratio index can live with (-0.2 to 0.8): any two numbers.
  rescale: z.array(z.number()).length(2),
  satellite_id: z.string().min(1),
})
export type NewIndex = z.input<typeof newIndexSchema>

export const indexOperations = {
  listIndices: operation({
    method: 'GET',
    path: '/v0/indices',
    operationId: 'ListIndices',
    tag: 'Indices',
    summary: 'List preset and custom indices',
    errors: [400, 500],
  })
    .input(
      z
        .object({
          query: z
            .strictObject({
              ...pageQuery(10),
              satellite_id: z.string().optional(),
              type: z.enum(indexTypes).optional(),
              expression_type: z.enum(expressionTypes).optional(),
              index_id: z.string().optional(),
            })
            .prefault({}),
        })
        .prefault({}),
    )
    .output(z.object({ indices: listOf(indexSchema), pagination: paginationSchema.nullish() })),

  createIndex: operation({
    method: 'POST',
    path: '/v0/indices',
    operationId: 'CreateIndex',
    tag: 'Indices',
    summary: 'Add a custom index for one satellite',
    status: 201,
    errors: [400, 409, 500],
  })
    .input(z.object({ body: newIndexSchema }))
    .output(indexSchema),
}
