import { randomUUID } from 'node:crypto'
import { timestamp } from '#sandbox/clock.ts'
import type { StoreRow } from '#sandbox/database/tables.ts'
import { bucketProblem, pathProblem, regionProblem } from '#sandbox/deliveries/object-path.ts'
import { invalidFields, quote, refusal, unknownId } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import { api } from './implement.ts'

export const storeRoutes = {
  listStores: api.stores.listStores.handler(async ({ context: { sandbox } }) => {
    const stores = await sandbox.database.query
      .selectFrom('stores')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute()
    return { stores: stores.map(storeView) }
  }),

  createStore: api.stores.createStore.handler(async ({ input: { body }, context: { sandbox } }) => {
    const { query } = sandbox.database
    const problems = [
      { field: 'configs.bucket', reason: bucketProblem(body.configs.bucket) },
      { field: 'configs.region', reason: regionProblem(body.configs.region) },
      { field: 'configs.path_prefix', reason: pathProblem(body.configs.path_prefix ?? '') },
    ].flatMap(({ field, reason }) => (reason ? [{ field, reason }] : []))
    if (problems.length > 0) throw invalidFields(problems)
    const id = randomUUID()
    const now = timestamp(sandbox.clock)
    const row: StoreRow = {
      id,
      name: body.name,
      type: body.type,
      bucket: body.configs.bucket,
      region: body.configs.region,
      path_prefix: body.configs.path_prefix ?? null,
      labels_json: JSON.stringify(body.labels ?? {}),
      sealed_secrets: sandbox.secrets.seal(JSON.stringify(body.secrets), id),
      created_at: now,
      updated_at: now,
    }
    await query.transaction().execute(async (trx) => {
      const taken = await trx.selectFrom('stores').select('id').where('name', '=', body.name).executeTakeFirst()
      if (taken)
        throw refusal(409, `A store named ${quote(body.name)} exists already. Choose another name.`, {
          fields: [{ field: 'name', reason: 'This name is taken.' }],
        })
      await trx.insertInto('stores').values(row).execute()
    })
    return storeView(row)
  }),

  deleteStore: api.stores.deleteStore.handler(async ({ input, context: { sandbox } }) => {
    const { query } = sandbox.database
    const { id } = input.params
    const running = await query
      .selectFrom('deliveries')
      .select('id')
      .where('store_id', '=', id)
      .where('status', 'in', ['CREATED', 'IN_PROGRESS'])
      .executeTakeFirst()
    if (running)
      throw refusal(409, 'A delivery to this store is running. Delete the store when it has ended.', {
        delivery_id: running.id,
      })
    const { numDeletedRows } = await query.deleteFrom('stores').where('id', '=', id).executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw unknownId('store', id)
  }),
}

/** Never with the secrets. */
function storeView({ id, name, type, bucket, region, path_prefix, labels_json, created_at, updated_at }: StoreRow) {
  const configs = { bucket, region, ...(path_prefix !== null && { path_prefix }) }
  return {
    id,
    name,
    type,
    configs,
    labels: JSON.parse(labels_json) as Record<string, string>,
    created_at,
    updated_at,
    created_by: workspace.userId,
  }
}
