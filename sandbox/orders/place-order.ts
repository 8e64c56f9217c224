import { randomUUID } from 'node:crypto'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { OrderItemRow, OrderRow, OrderTaskRow } from '#sandbox/database/tables.ts'
import { invalidFields, refusal } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { checkArchiveItem } from './check-item.ts'
import type { CheckedArchiveItem } from './check-item.ts'
import { quoteArchive, roundTokens } from './pricing.ts'

/** A task is taken up this long after it was paid for. */
const submittedAfterMs = 1500

export type PlacedOrder = { order: OrderRow; items: OrderItemRow[]; tasks: OrderTaskRow[] }

/**
 * Checks and prices an order; unless it is a dry run, stores it and starts its tasks in one transaction.
 * @throws 400 with every wrong field of every item.
 */
export async function placeOrder(sandbox: Sandbox, requests: OrderItemRequest[], dryRun: boolean): Promise<PlacedOrder> {
  const problems: FieldProblem[] = []
  const checked: CheckedArchiveItem[] = []
  for (const [i, request] of requests.entries()) {
    if (!request.item_ids) throw refusal(501, 'Ordering new pictures is not built into the sandbox yet; order scenes of the archive by item_ids.')
    const result = await checkArchiveItem(sandbox, request, `order_items[${i}]`)
    if ('item' in result) checked.push(result.item)
    else problems.push(...result.problems)
  }
  if (problems.length > 0) throw invalidFields(problems)

  const placed = describe(sandbox, requests, checked)
  if (dryRun) return placed
  await sandbox.database.query.transaction().execute(async (trx) => {
    await trx.insertInto('orders').values(placed.order).execute()
    await trx.insertInto('order_items').values(placed.items).execute()
    await trx.insertInto('order_tasks').values(placed.tasks).execute()
    for (const task of placed.tasks) await sandbox.queue.add(trx, 'fulfil-task', task.id, { afterMs: submittedAfterMs })
  })
  sandbox.queue.wake()
  return placed
}

function describe(sandbox: Sandbox, requests: OrderItemRequest[], checked: CheckedArchiveItem[]): PlacedOrder {
  const now = timestamp(sandbox.clock)
  const stamps = { created_at: now, updated_at: now }
  const transactionId = randomUUID()
  const order: OrderRow = { id: randomUUID(), user_id: workspace.userId, status: 'PAID', total_amount: 0, transaction_id: transactionId, paid_at: now, ...stamps }
  const items: OrderItemRow[] = []
  const tasks: OrderTaskRow[] = []
  for (const [position, item] of checked.entries()) {
    const request = requests[position]!
    const quote = quoteArchive(item.areas, item.scenes.map(({ sensor }) => sensor))
    const row: OrderItemRow = {
      id: randomUUID(),
      order_id: order.id,
      position,
      project_id: request.project_id,
      type: 'ARCHIVE',
      status: 'ACTIVE',
      area_km2: quote.areaKm2,
      request_json: JSON.stringify(request),
      document: JSON.stringify(archiveDocument(request, item, quote, transactionId)),
      ...stamps,
    }
    items.push(row)
    // One task for an archive item, however many scenes it has.
    tasks.push({
      id: randomUUID(),
      order_item_id: row.id,
      position: 0,
      status: 'SUBMITTED',
      delivery_status: request.cloud_delivery ? 'PENDING' : 'NOT_APPLICABLE',
      progress: 0,
      reason: null,
      start_date: now,
      end_date: now,
      tokens_used: quote.finalAmount,
      strips: item.scenes.length,
      scenes_json: JSON.stringify(item.scenes.map(({ row: scene }) => scene.id)),
      ...stamps,
    })
    order.total_amount = roundTokens(order.total_amount + quote.finalAmount)
  }
  return { order, items, tasks }
}

function archiveDocument(request: OrderItemRequest, item: CheckedArchiveItem, quote: ReturnType<typeof quoteArchive>, transactionId: string) {
  const uplift = { title: 'Minimum area', subtitle: `${Math.round(quote.areaKm2)} km² are billed as ${quote.billedKm2} km²`, percentage: 0, amount: 0 }
  return {
    name: request.name ?? `${item.scenes.length} ${item.scenes.length === 1 ? 'scene' : 'scenes'} of the archive`,
    usecase: request.usecase,
    // The document types it as a whole number; less than one would then read as nothing.
    area: Math.max(1, Math.round(quote.areaKm2)),
    base_amount: quote.baseAmount,
    final_amount: quote.finalAmount,
    tokens_used: Math.round(quote.finalAmount),
    uplifts: quote.billedKm2 > quote.areaKm2 ? [uplift] : [],
    transaction_id: transactionId,
    payment_status: 'PAID',
    feasibility_status: 'NOT_APPLICABLE',
    recurrence: 'NOT_APPLICABLE',
    delivery_speed: 'NOT_APPLICABLE',
    image_type: item.scenes.some(({ sensor }) => sensor.bands.some(({ wavelengthNm }) => wavelengthNm > 1000)) ? 'VSWIR' : 'VNIR',
    number_of_bands: Math.max(...item.scenes.map(({ sensor }) => sensor.bands.length)),
    no_of_occurrences: 0,
    images: item.scenes.map(({ row }) => ({ item_id: row.id, geometry: JSON.parse(row.footprint_json) as unknown })),
    cloud_delivery: request.cloud_delivery ?? null,
  }
}
