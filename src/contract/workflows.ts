import * as z from 'zod'
import { operation } from './operation.ts'
import { listOf, pageQuery, paginationSchema } from './page.ts'

/** What is wrong between two components of a workflow. */
export const validationErrorSchema = z.object({
  from: z.string().nullish(),
  to: z.string().nullish(),
  err: z.string().nullish(),
  reason: z.string().nullish(),
  component_name: z.string().nullish(),
})
export type ValidationError = z.infer<typeof validationErrorSchema>

/** Blocks tied together. Made elsewhere: the API can read and run them. */
export const workflowSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  project_id: z.string().nullish(),
  /** Only in the list. */
  legacy_project_id: z.string().nullish(),
  created_by: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  // The next three come only with a single workflow.
  estimated_cost: z.number().nullish(),
  /** Raw JSON of which no shape is published. */
  spec: z.unknown().optional(),
  val_errors: z.array(validationErrorSchema).nullish(),
})
export type Workflow = z.infer<typeof workflowSchema>

const workflow = z.object({ workflow_id: z.string().min(1) })

export const workflowOperations = {
  // Pages of 50, where every other stated default is 10 or 2.
  listWorkflows: operation({
    method: 'GET',
    path: '/v0/workflows',
    operationId: 'listWorkflows',
    tag: 'Workflows',
    summary: 'List workflows',
    errors: [400, 403],
  })
    .input(
      z
        .object({
          query: z
            .strictObject({
              project_id: z.string().optional(),
              id: z.string().optional(),
              name: z.string().optional(),
              created_by: z.string().optional(),
              created_on: z.string().optional(),
              updated_at: z.string().optional(),
              ...pageQuery(50),
            })
            .prefault({}),
        })
        .prefault({}),
    )
    .output(z.object({ workflows: listOf(workflowSchema), pagination: paginationSchema.nullish() })),

  getWorkflow: operation({
    method: 'GET',
    path: '/v0/workflows/{workflow_id}',
    operationId: 'getWorkflowsById',
    tag: 'Workflows',
    summary: 'Get one workflow with its graph',
    errors: [400, 403],
  })
    .input(z.object({ params: workflow, query: z.strictObject({ project_id: z.string().min(1) }) }))
    .output(workflowSchema),

  estimateWorkflow: operation({
    method: 'GET',
    path: '/v0/workflows/{workflow_id}/estimate',
    operationId: 'getWorkflowCostEstimate',
    tag: 'Workflows',
    summary: 'Ask what running a workflow costs',
    errors: [400, 403],
  })
    .input(z.object({ params: workflow }))
    // Called credits here and tokens elsewhere.
    .output(z.object({ estimated_cost: z.number() })),
}
