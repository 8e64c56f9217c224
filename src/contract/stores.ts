import * as z from 'zod'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf } from './page.ts'

/** Each kind of bucket with the secrets it is opened with. */
export const storeSecrets = {
  S3: ['access_key_id', 'secret_access_key'],
  GCS: ['project_id', 'service_account_credentials'],
  AZBLOB: ['account_name', 'tenant_id', 'client_id', 'client_secret'],
} as const
export const storeTypes = ['S3', 'GCS', 'AZBLOB'] as const
export type StoreType = (typeof storeTypes)[number]

export const storeSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: openEnum(storeTypes),
  configs: z
    .object({ bucket: z.string().nullish(), region: z.string().nullish(), path_prefix: z.string().nullish() })
    .nullish(),
  labels: z.record(z.string(), z.string()).nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  created_by: z.string().nullish(),
})
export type Store = z.infer<typeof storeSchema>

export const newStoreSchema = z
  .strictObject({
    /** Must not be taken yet. */
    name: z.string().min(1),
    type: z.enum(storeTypes),
    configs: z.strictObject({
      bucket: z.string().min(1),
      region: z.string().min(1),
      path_prefix: z.string().optional(),
    }),
    // A map, although a table of the guide says a list of strings. Never answered back.
    secrets: z.record(z.string(), z.string()),
    labels: z.record(z.string(), z.string()).optional(),
  })
  .superRefine((store, issues) => {
    for (const name of storeSecrets[store.type]) {
      if (store.secrets[name]) continue
      issues.addIssue({ code: 'custom', path: ['secrets', name], message: `A ${store.type} store needs ${name}.` })
    }
  })
export type NewStore = z.input<typeof newStoreSchema>

export const storeOperations = {
  listStores: operation({
    method: 'GET',
    path: '/v0/stores',
    operationId: 'ListStores',
    tag: 'Stores',
    summary: 'List the buckets of the workspace',
    errors: [400, 409, 500],
  }).output(z.object({ stores: listOf(storeSchema) })),

  // Answers 200, where other creations answer 201.
  createStore: operation({
    method: 'POST',
    path: '/v0/stores',
    operationId: 'CreateStore',
    tag: 'Stores',
    summary: 'Add a bucket that pictures can be sent to',
    errors: [400, 409, 500],
  })
    .input(z.object({ body: newStoreSchema }))
    .output(storeSchema),

  deleteStore: operation({
    method: 'DELETE',
    path: '/v0/stores/{id}',
    operationId: 'DeleteStore',
    tag: 'Stores',
    summary: 'Forget a bucket; what is in it stays',
    status: 204,
    answer: 'none',
    errors: [400, 409, 500],
  })
    .input(z.object({ params: z.object({ id: z.string().min(1) }) }))
    .output(z.void()),
}
