import { randomUUID } from 'node:crypto'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { OrderItemRow, OrderRow, OrderTaskRow } from '#sandbox/database/tables.ts'
import { invalidFields } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { PreparedItem } from './check-item.ts'
import { prepareArchiveItem } from './prepare-archive-item.ts'
import { prepareTaskingItem } from './prepare-tasking-item.ts'
import { roundTokens } from './pricing.ts'

export type PlacedOrder = { order: OrderRow; items: OrderItemRow[]; tasks: OrderTaskRow[] }

/**
 * Checks and prices an order; unless it is a dry run, stores it and starts its tasks in one transaction.
 * @throws 400 with every wrong field of every item.
 */
export async function placeOrder(
  sandbox: Sandbox,
  requests: OrderItemRequest[],
  dryRun: boolean,
): Promise<PlacedOrder> {
  const problems: FieldProblem[] = []
  const prepared: PreparedItem[] = []
  for (const [i, request] of requests.entries()) {
    const prepare = request.item_ids ? prepareArchiveItem : prepareTaskingItem
    const result = await prepare(sandbox, request, `order_items[${i}]`)
    if (result.item) prepared.push(result.item)
    else problems.push(...result.problems)
  }
  if (problems.length > 0) throw invalidFields(problems)

  const placed = rowsOf(sandbox, requests, prepared)
  if (dryRun) return placed
  const works = new Map(placed.items.map(({ id, position }) => [id, prepared[position]!.work]))
  await sandbox.database.query.transaction().execute(async (trx) => {
    await trx.insertInto('orders').values(placed.order).execute()
    await trx.insertInto('order_items').values(placed.items).execute()
    await trx.insertInto('order_tasks').values(placed.tasks).execute()
    for (const task of placed.tasks) {
      const { kind, afterMs } = works.get(task.order_item_id)!
      await sandbox.queue.add(trx, kind, task.id, { afterMs })
    }
  })
  sandbox.queue.wake()
  return placed
}

function rowsOf({ clock }: Sandbox, requests: OrderItemRequest[], prepared: PreparedItem[]): PlacedOrder {
  const now = timestamp(clock)
  const stamps = { created_at: now, updated_at: now }
  const transaction_id = randomUUID()
  const total_amount = roundTokens(prepared.reduce((sum, { finalAmount }) => sum + finalAmount, 0))
  const order: OrderRow = {
    id: randomUUID(),
    user_id: workspace.userId,
    status: 'PAID',
    total_amount,
    transaction_id,
    paid_at: now,
    ...stamps,
  }
  const items = prepared.map(({ type, areaKm2, document }, position): OrderItemRow => ({
    id: randomUUID(),
    order_id: order.id,
    position,
    project_id: requests[position]!.project_id,
    type,
    status: 'ACTIVE',
    area_km2: areaKm2,
    request_json: JSON.stringify(requests[position]),
    document: JSON.stringify({ ...document, transaction_id }),
    ...stamps,
  }))
  const tasks = items.flatMap((item) =>
    prepared[item.position]!.tasks.map((task, position): OrderTaskRow => ({
      ...task,
      id: randomUUID(),
      order_item_id: item.id,
      position,
      delivery_status: requests[item.position]!.cloud_delivery ? 'PENDING' : 'NOT_APPLICABLE',
      progress: 0,
      reason: null,
      ...stamps,
    })),
  )
  return { order, items, tasks }
}
