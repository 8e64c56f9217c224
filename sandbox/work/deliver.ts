import { openAsBlob } from 'node:fs'
import { extname } from 'node:path'
import { timestamp } from '#sandbox/clock.ts'
import type { DeliveryRow, StoreRow } from '#sandbox/database/tables.ts'
import type { Bucket } from '#sandbox/deliveries/bucket.ts'
import { folderBucket } from '#sandbox/deliveries/folder-bucket.ts'
import { objectKey } from '#sandbox/deliveries/object-path.ts'
import { s3Bucket } from '#sandbox/deliveries/s3-bucket.ts'
import { sha256 } from '#sandbox/deliveries/sha256.ts'
import { deliveryFolder } from '#sandbox/deliveries/start-delivery.ts'
import { contentTypes } from '#sandbox/files.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { catalogFiles } from './catalog-files.ts'
import type { WorkHandler } from './queue.ts'

/**
 * Copies the files of a picture into a store, each with its SHA-256, then a manifest that lists them all. The manifest comes
 * last: where it lies, the delivery is whole.
 */
export function deliver(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database

  return {
    async run(id) {
      const delivery = await query.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const catalog = await query
        .selectFrom('catalogs')
        .selectAll()
        .where('id', '=', delivery.catalog_id)
        .executeTakeFirstOrThrow()
      const store = await query.selectFrom('stores').selectAll().where('id', '=', delivery.store_id).executeTakeFirst()
      if (!store) throw new Error('the store has been deleted')
      await mark(delivery, 'IN_PROGRESS')
      const bucket = openBucket(sandbox, store)
      const folder = objectKey(store.path_prefix, delivery.path, deliveryFolder(catalog))
      const files: { name: string; bytes: number; sha256: string }[] = []
      for (const { name, path } of await catalogFiles(sandbox, catalog)) {
        const body = await openAsBlob(path)
        const hash = await sha256(body)
        await bucket.put(objectKey(folder, name), {
          body,
          sha256: hash,
          contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
        })
        files.push({ name, bytes: body.size, sha256: hash })
      }
      const { id: catalogId, scene_id, order_id, order_item_id, task_id } = catalog
      const manifest = {
        catalog_id: catalogId,
        scene_id,
        order_id,
        order_item_id,
        task_id,
        delivered_at: timestamp(sandbox.clock),
        files,
      }
      const body = new Blob([`${JSON.stringify(manifest, null, 2)}\n`])
      await bucket.put(objectKey(folder, 'manifest.json'), {
        body,
        sha256: await sha256(body),
        contentType: 'application/json',
      })
      await mark(delivery, 'SUCCESS')
    },
    async fail(id, reason) {
      const delivery = await query.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()
      if (delivery) await mark(delivery, 'FAILED', reason)
    },
  }

  /** The picture shows its latest delivery; the task that started deliveries rests when they all do. */
  async function mark({ id, catalog_id, task_id }: DeliveryRow, status: string, reason: string | null = null) {
    const updated_at = timestamp(sandbox.clock)
    await query.transaction().execute(async (trx) => {
      await trx.updateTable('deliveries').set({ status, reason, updated_at }).where('id', '=', id).execute()
      await trx
        .updateTable('catalogs')
        .set({ delivery_status: status, updated_at })
        .where('id', '=', catalog_id)
        .execute()
      if (!task_id) return
      const all = await trx.selectFrom('deliveries').select('status').where('task_id', '=', task_id).execute()
      if (!all.every((other) => other.status === 'SUCCESS' || other.status === 'FAILED')) return
      const delivery_status = all.every((other) => other.status === 'SUCCESS') ? 'SUCCESSFUL' : 'FAILED'
      await trx.updateTable('order_tasks').set({ delivery_status, updated_at }).where('id', '=', task_id).execute()
    })
  }
}

/** S3 stores over the network when an endpoint is configured; all others are folders laid out like the bucket. */
function openBucket({ files, secrets, s3Endpoint }: Sandbox, store: StoreRow): Bucket {
  if (store.type !== 'S3' || !s3Endpoint) return folderBucket(files.path(`buckets/${store.bucket}`))
  const keys = JSON.parse(secrets.open(store.sealed_secrets, store.id)) as {
    access_key_id: string
    secret_access_key: string
  }
  const { bucket, region } = store
  return s3Bucket({
    endpoint: s3Endpoint,
    region,
    bucket,
    accessKeyId: keys.access_key_id,
    secretAccessKey: keys.secret_access_key,
  })
}
