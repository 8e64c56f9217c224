import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { timestamp } from '#sandbox/clock.ts'
import { sceneInserter } from '#sandbox/database/insert-scenes.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import type { OrderItemRow, OrderTaskRow } from '#sandbox/database/tables.ts'
import { areaOf } from '#sandbox/orders/check-item.ts'
import { endTask, isUnderWay } from '#sandbox/orders/settle-item.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { captureDiary } from '#sandbox/tasking/capture-diary.ts'
import type { Attempt } from '#sandbox/tasking/capture-diary.ts'
import { capturedScene, processingMs } from '#sandbox/tasking/captured-scene.ts'
import { feasibility } from '#sandbox/tasking/feasibility.ts'
import type { CaptureLimits } from '#sandbox/tasking/feasibility.ts'
import { stripsOver } from '#sandbox/tasking/strips.ts'
import type { WorkHandler } from './queue.ts'

/** A task is handed to the satellites this long before its window opens. */
const submittedBeforeMs = 5 * 86_400_000

/**
 * Takes a new picture: waits for the window, lets attempts happen at their passes, and hands the scenes to `fulfil-task` when
 * they are processed. Runs again at each next moment; what has happened follows from the clock alone, so any run may be repeated.
 */
export function captureTask(sandbox: Sandbox): WorkHandler {
  const { database, clock, queue } = sandbox
  const { query } = database

  return {
    async run(taskId) {
      const { task, item } = await load(taskId)
      const isHandedOver = task.scenes_json !== '[]'
      if (!isUnderWay(task) || isHandedOver) return
      const window = { startMs: Date.parse(task.start_date), endMs: Date.parse(task.end_date) }
      const limits = limitsOf(item)
      const strips = stripsOver(areaOf(JSON.parse(item.request_json) as OrderItemRequest).area)
      const nowMs = clock.nowMs()

      if (task.status === 'DRAFT' || task.status === 'SUBMITTED') {
        if (task.status === 'DRAFT' && nowMs < window.startMs - submittedBeforeMs)
          return again(taskId, window.startMs - submittedBeforeMs)
        const check = feasibility(strips, window, limits)
        if (task.status === 'DRAFT') await recordCheck(item, check)
        if (check.chance === 0) return endTask(sandbox, task, 'FAILED', check.reason)
        if (nowMs < window.startMs) return again(taskId, window.startMs, { status: 'SUBMITTED' })
      }

      const diary = captureDiary(strips, window, limits)
      const soFar = diary.filter(({ pass }) => pass.ms <= nowMs)
      const taken = soFar.filter((attempt) => attempt.taken)
      const whole = taken.length === strips.length
      const values = {
        status: 'IN_PROGRESS',
        progress: Math.round((50 * taken.length) / strips.length),
        reason: whole ? null : told(soFar, strips.length, limits),
      }
      if (!whole && nowMs < window.endMs) return again(taskId, diary[soFar.length]?.pass.ms ?? window.endMs, values)
      if (taken.length === 0) return endTask(sandbox, task, 'EXPIRED', `The window ended. ${values.reason}`)
      const readyMs = Math.max(...taken.map(({ pass }) => pass.ms)) + processingMs
      if (nowMs < readyMs) return again(taskId, readyMs, values)
      await handOver(taskId, taken, values)
    },
    async fail(taskId, reason) {
      const { task } = await load(taskId)
      await endTask(sandbox, task, 'FAILED', reason)
    },
  }

  async function load(taskId: string): Promise<{ task: OrderTaskRow; item: OrderItemRow }> {
    const task = await query.selectFrom('order_tasks').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow()
    const item = await query
      .selectFrom('order_items')
      .selectAll()
      .where('id', '=', task.order_item_id)
      .executeTakeFirstOrThrow()
    return { task, item }
  }

  async function again(taskId: string, atMs: number, values: Partial<OrderTaskRow> = {}) {
    await query.transaction().execute(async (trx) => {
      if (Object.keys(values).length > 0) {
        await trx
          .updateTable('order_tasks')
          .set({ ...values, updated_at: timestamp(clock) })
          .where('id', '=', taskId)
          .execute()
      }
      await queue.add(trx, 'capture-task', taskId, { afterMs: Math.max(1, atMs - clock.nowMs()) })
    })
  }

  async function recordCheck(item: OrderItemRow, check: ReturnType<typeof feasibility>) {
    const now = timestamp(clock)
    const document = {
      ...(JSON.parse(item.document) as object),
      feasibility_status: check.status,
      feasibility_reason: check.reason,
      last_feasibility_check: now,
    }
    await query
      .updateTable('order_items')
      .set({ document: JSON.stringify(document), updated_at: now })
      .where('id', '=', item.id)
      .execute()
  }

  /** Processed scenes join the archive; from there the task goes on as an archive order does. */
  async function handOver(taskId: string, taken: Attempt[], values: Partial<OrderTaskRow>) {
    await query.transaction().execute(async (trx) => {
      // On the one connection there is, so within the transaction: else it could fall into somebody else's and be rolled back.
      const ids = taken.map(addScene)
      await trx
        .updateTable('order_tasks')
        .set({ ...values, scenes_json: JSON.stringify(ids), updated_at: timestamp(clock) })
        .where('id', '=', taskId)
        .execute()
      await queue.add(trx, 'fulfil-task', taskId)
    })
    queue.wake()
  }

  function addScene(attempt: Attempt): string {
    for (let variant = 0; ; variant++) {
      const scene = capturedScene(attempt, variant)
      const known = findScene(database, scene.id)
      if (known && (known.seed !== scene.seed || known.datetime_ms !== scene.datetimeMs)) continue
      if (!known) sceneInserter(database.raw)(scene)
      return scene.id
    }
  }
}

function limitsOf(item: OrderItemRow): CaptureLimits {
  const { cloud_cover, off_nadir } = JSON.parse(item.document) as { cloud_cover: number; off_nadir: number }
  return { cloudCoverPercent: cloud_cover, offNadirDeg: off_nadir }
}

/** What the attempts so far brought, in one sentence. */
function told(attempts: Attempt[], strips: number, { cloudCoverPercent, offNadirDeg }: CaptureLimits): string {
  if (attempts.length === 0) return `No satellite has passed within ${offNadirDeg}° yet.`
  const taken = attempts.filter((attempt) => attempt.taken).length
  const cloudy = attempts.filter((attempt) => !attempt.taken).map(({ cloudPercent }) => cloudPercent)
  const clouds =
    cloudy.length === 0
      ? ''
      : ` ${cloudy.length} ${cloudy.length === 1 ? 'attempt had' : 'attempts had'} more than ${cloudCoverPercent} % cloud (${Math.min(...cloudy)} % at least).`
  return `${taken} of ${strips} ${strips === 1 ? 'capture' : 'captures'} taken.${clouds}`
}
