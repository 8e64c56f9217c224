import type { Selectable } from 'kysely'
import { intersect, featureCollection, feature } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { timestamp } from '#sandbox/clock.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { CatalogRow, OrderItemRow, OrderTaskRow } from '#sandbox/database/tables.ts'
import { areaOf } from '#sandbox/orders/check-item.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { catalogFiles } from './catalog-files.ts'
import type { WorkHandler } from './queue.ts'

/** Computes the pictures of a task, one after the other, and puts each into the catalog. */
export function fulfilTask(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database
  const updateTask = (id: string, values: Partial<OrderTaskRow>) =>
    query.updateTable('order_tasks').set({ ...values, updated_at: timestamp(sandbox.clock) }).where('id', '=', id).execute()

  return {
    async run(taskId) {
      const task = await query.selectFrom('order_tasks').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow()
      const item = await query.selectFrom('order_items').selectAll().where('id', '=', task.order_item_id).executeTakeFirstOrThrow()
      await updateTask(taskId, { status: 'IN_PROGRESS' })
      const sceneIds = JSON.parse(task.scenes_json) as string[]
      const reasons: string[] = []
      for (const [done, sceneId] of sceneIds.entries()) {
        const onProgress = (fraction: number) => void updateTask(taskId, { progress: Math.round(((done + fraction) / sceneIds.length) * 100) })
        try {
          await deliver(task, item, sceneId, onProgress)
        } catch (error) {
          reasons.push(error instanceof Error ? error.message : String(error))
        }
      }
      const status = reasons.length === 0 ? 'FULFILLED' : reasons.length < sceneIds.length ? 'PARTIALLY_FULFILLED' : 'FAILED'
      await updateTask(taskId, { status, progress: 100, reason: reasons.join('; ') || null })
      await settleItem(item.id)
    },
    async fail(taskId, reason) {
      await updateTask(taskId, { status: 'FAILED', reason })
      const task = await query.selectFrom('order_tasks').select('order_item_id').where('id', '=', taskId).executeTakeFirst()
      if (task) await settleItem(task.order_item_id)
    },
  }

  async function deliver(task: OrderTaskRow, item: OrderItemRow, sceneId: string, onProgress: (fraction: number) => void) {
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
    await query.insertInto('catalogs').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute()
  }

  /** The item rests when all its tasks do. */
  async function settleItem(itemId: string) {
    const tasks = await query.selectFrom('order_tasks').select('status').where('order_item_id', '=', itemId).execute()
    const statuses = tasks.map(({ status }) => status)
    if (statuses.some((status) => ['DRAFT', 'SUBMITTED', 'IN_PROGRESS'].includes(status))) return
    const all = (wanted: string) => statuses.every((status) => status === wanted)
    const status = all('FULFILLED') ? 'FULFILLED' : all('FAILED') || all('EXPIRED') ? 'FAILED' : 'PARTIALLY_FULFILLED'
    await query.updateTable('order_items').set({ status, updated_at: timestamp(sandbox.clock) }).where('id', '=', itemId).execute()
  }
}

/** The part of the area that the scene covers. */
function within(area: Polygon | MultiPolygon, footprint: Polygon): Polygon | MultiPolygon | null {
  return intersect(featureCollection<Polygon | MultiPolygon>([feature(area), feature(footprint)]))?.geometry ?? null
}
