import type { Selectable } from 'kysely'
import { intersect, featureCollection, feature } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { timestamp } from '#sandbox/clock.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { CatalogRow, OrderItemRow, OrderTaskRow } from '#sandbox/database/tables.ts'
import { startDelivery } from '#sandbox/deliveries/start-delivery.ts'
import { areaOf } from '#sandbox/orders/check-item.ts'
import { endTask, isUnderWay } from '#sandbox/orders/settle-item.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { catalogFiles } from './catalog-files.ts'
import type { WorkHandler } from './queue.ts'

/** Computes the pictures of a task, one after the other, and puts each into the catalog. */
export function fulfilTask(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database
  const updateTask = (id: string, values: Partial<OrderTaskRow>) =>
    query
      .updateTable('order_tasks')
      .set({ ...values, updated_at: timestamp(sandbox.clock) })
      .where('id', '=', id)
      .execute()

  return {
    async run(taskId) {
      const task = await query.selectFrom('order_tasks').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow()
      const item = await query
        .selectFrom('order_items')
        .selectAll()
        .where('id', '=', task.order_item_id)
        .executeTakeFirstOrThrow()
      if (!isUnderWay(task)) return
      await updateTask(taskId, { status: 'IN_PROGRESS' })
      const sceneIds = JSON.parse(task.scenes_json) as string[]
      const reasons: string[] = []
      for (const [done, sceneId] of sceneIds.entries()) {
        const onProgress = (fraction: number) =>
          void updateTask(taskId, { progress: Math.round(((done + fraction) / sceneIds.length) * 100) })
        try {
          await addPicture(task, item, sceneId, onProgress)
        } catch (error) {
          reasons.push(error instanceof Error ? error.message : String(error))
        }
      }
      const whole = reasons.length === 0 && sceneIds.length >= task.strips
      const status = whole ? 'FULFILLED' : reasons.length < sceneIds.length ? 'PARTIALLY_FULFILLED' : 'FAILED'
      if (status !== 'FAILED') await sendToStore(task, item)
      await endTask(sandbox, task, status, [task.reason, ...reasons].filter(Boolean).join('; ') || null)
      sandbox.queue.wake()
    },
    async fail(taskId, reason) {
      const task = await query.selectFrom('order_tasks').selectAll().where('id', '=', taskId).executeTakeFirst()
      if (task) await endTask(sandbox, task, 'FAILED', reason)
    },
  }

  /** What the order's own store is to get. The deliveries have fixed ids, so that a repeated run starts none twice. */
  async function sendToStore(task: OrderTaskRow, item: OrderItemRow) {
    const { cloud_delivery: target } = JSON.parse(item.request_json) as OrderItemRequest
    if (!target) return
    const catalogs = await query
      .selectFrom('catalogs')
      .selectAll()
      .where('task_id', '=', task.id)
      .orderBy('number')
      .execute()
    await query.transaction().execute(async (trx) => {
      for (const catalog of catalogs)
        await startDelivery(sandbox, trx, {
          id: stableId('delivery', task.id, catalog.id),
          catalog,
          taskId: task.id,
          target,
        })
    })
  }

  async function addPicture(
    task: OrderTaskRow,
    item: OrderItemRow,
    sceneId: string,
    onProgress: (fraction: number) => void,
  ) {
    const id = stableId('catalog', task.id, sceneId)
    const scene = findScene(sandbox.database, sceneId)
    if (!scene) throw new Error(`the scene ${sceneId} is not in the archive any more`)
    const request = JSON.parse(item.request_json) as OrderItemRequest
    const { area } = areaOf(request)
    const delivered = within(area, JSON.parse(scene.footprint_json) as Polygon)
    if (!delivered) throw new Error(`the scene ${sceneId} does not meet the area`)
    const now = timestamp(sandbox.clock)
    const row: Omit<Selectable<CatalogRow>, 'number'> = {
      id,
      order_id: item.order_id,
      order_item_id: item.id,
      task_id: task.id,
      project_id: item.project_id,
      usecase: request.usecase,
      bandset_id: request.bandset?.bandset_id ?? null,
      scene_id: sceneId,
      collection: scene.collection,
      datetime_ms: scene.datetime_ms,
      area_km2: utmAreaKm2(delivered),
      geometry_json: JSON.stringify(delivered),
      folder: `catalogs/${id}`,
      delivery_status: 'UNSPECIFIED',
      created_at: now,
      updated_at: now,
    }
    await catalogFiles(sandbox, row, onProgress)
    await query
      .insertInto('catalogs')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}

/** The part of the area that the scene covers. */
function within(area: Polygon | MultiPolygon, footprint: Polygon): Polygon | MultiPolygon | null {
  return intersect(featureCollection<Polygon | MultiPolygon>([feature(area), feature(footprint)]))?.geometry ?? null
}
