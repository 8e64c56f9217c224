import * as z from 'zod'
import { operation } from './operation.ts'
import { listOf } from './page.ts'

/** An algorithm that can be run over an AOI (insight) or be a step of a workflow. */
export const blockSchema = z.object({
  id: z.string(),
  /** `released` is the only word shown. */
  block_status: z.string().nullish(),
  created_at: z.string().nullish(),
  err: z.string().nullish(),
  // The guide shows a price for one run and notes, which the document has not.
  price: z.number().nullish(),
  info: z.unknown().optional(),
  spec: z.object({
    name: z.string(),
    version: z.string(),
    title: z.string().nullish(),
    description: z.string().nullish(),
    kind: z.string().nullish(),
    type: z.string().nullish(),
    status: z.number().nullish(),
    id: z.string().nullish(),
    version_id: z.string().nullish(),
    /** Read these two with `readDataTypes`. */
    inputs: z.unknown().optional(),
    outputs: z.unknown().optional(),
    catalog_content_url: z.string().nullish(),
    /** Collections whose scenes it can work on. */
    supported_collections_id: z.array(z.string()).nullish(),
  }),
})
export type Block = z.infer<typeof blockSchema>

export const executionModes = ['insight', 'workflow'] as const

// All three are published without an operation id. The guide writes `/v0/blocks/insights` and `/v0/blocks/workflows`
// for the two modes, which by the document would be blocks of that name; we follow the document.
export const blockOperations = {
  listBlocks: operation({
    method: 'GET',
    path: '/v0/blocks',
    operationId: 'ListBlocks',
    tag: 'Blocks',
    summary: 'List the blocks',
    errors: [400, 403],
  })
    .input(z.object({ query: z.strictObject({ mode: z.enum(executionModes).optional() }).prefault({}) }).prefault({}))
    .output(z.object({ blocks: listOf(blockSchema) })),

  getBlock: operation({
    method: 'GET',
    path: '/v0/blocks/{name}',
    operationId: 'GetBlockByName',
    tag: 'Blocks',
    summary: 'List the versions of a block',
    errors: [400, 403, 404],
  })
    .input(z.object({ params: z.object({ name: z.string().min(1) }) }))
    .output(z.object({ blocks: listOf(blockSchema) })),

  getBlockVersion: operation({
    method: 'GET',
    path: '/v0/blocks/{name}/versions/{version}',
    operationId: 'GetBlockVersion',
    tag: 'Blocks',
    summary: 'Get one version of a block',
    errors: [400, 403, 404],
  })
    .input(z.object({ params: z.object({ name: z.string().min(1), version: z.string().min(1) }) }))
    .output(blockSchema),
}
