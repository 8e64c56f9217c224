import type { Transaction } from 'kysely'
import type { CloudDelivery } from '#src/contract/deliveries.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { CatalogRow, DeliveryRow, Tables } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { objectKey } from './object-path.ts'

/** Below the folder asked for, each order item has a folder of its own: two items may hold the same scene, cut differently. */
export function deliveryFolder({
  order_item_id: item,
  scene_id: scene,
}: Pick<CatalogRow, 'order_item_id' | 'scene_id'>): string {
  return objectKey(item, scene)
}

/** Adds a delivery and its work inside the caller's transaction; does nothing when the id is known already. */
export async function startDelivery(
  { queue, clock }: Pick<Sandbox, 'queue' | 'clock'>,
  trx: Transaction<Tables>,
  { id, catalog, taskId, target }: { id: string; catalog: CatalogRow; taskId: string | null; target: CloudDelivery },
): Promise<DeliveryRow> {
  const now = timestamp(clock)
  const row: DeliveryRow = {
    id,
    catalog_id: catalog.id,
    order_item_id: catalog.order_item_id,
    task_id: taskId,
    store_id: target.config,
    path: target.path ?? null,
    target_path: objectKey(deliveryFolder(catalog), `${catalog.scene_id}.tif`),
    status: 'CREATED',
    reason: null,
    created_at: now,
    updated_at: now,
  }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('deliveries')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) await queue.add(trx, 'deliver', id)
  return row
}
