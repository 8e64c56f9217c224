import type { Transaction } from 'kysely'
import { timestamp } from '#sandbox/clock.ts'
import type { OrderTaskRow, Tables } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { roundTokens } from './pricing.ts'

const underWay = ['DRAFT', 'SUBMITTED', 'IN_PROGRESS']

/** False once it ended, also when the process died before the queue wrote that down. */
export const isUnderWay = ({ status }: Pick<OrderTaskRow, 'status'>): boolean => underWay.includes(status)

/** Records how a task ended. One that brought nothing costs nothing and has nothing to deliver; its item may rest now. */
export async function endTask(
  { database, clock }: Sandbox,
  task: Pick<OrderTaskRow, 'id' | 'order_item_id'>,
  status: 'FULFILLED' | 'PARTIALLY_FULFILLED' | 'FAILED' | 'EXPIRED',
  reason: string | null,
): Promise<void> {
  const empty = status === 'FAILED' || status === 'EXPIRED'
  const now = timestamp(clock)
  await database.query.transaction().execute(async (trx) => {
    await trx
      .updateTable('order_tasks')
      .set({
        status,
        reason,
        progress: 100,
        updated_at: now,
        ...(empty && { tokens_used: 0, delivery_status: 'NOT_APPLICABLE' }),
      })
      .where('id', '=', task.id)
      .execute()
    await settleItem(trx, task.order_item_id, now)
  })
}

/** An item rests when all its tasks do; what failed tasks would have cost is given back. */
async function settleItem(trx: Transaction<Tables>, itemId: string, now: string) {
  const tasks = await trx
    .selectFrom('order_tasks')
    .select(['status', 'tokens_used'])
    .where('order_item_id', '=', itemId)
    .execute()
  if (tasks.some(isUnderWay)) return
  const fulfilled = tasks.filter(({ status }) => status === 'FULFILLED').length
  const empty = tasks.filter(({ status }) => status === 'FAILED' || status === 'EXPIRED').length
  const status = fulfilled === tasks.length ? 'FULFILLED' : empty === tasks.length ? 'FAILED' : 'PARTIALLY_FULFILLED'
  const item = await trx.selectFrom('order_items').select('document').where('id', '=', itemId).executeTakeFirstOrThrow()
  const document = {
    ...(JSON.parse(item.document) as object),
    tokens_used: Math.round(roundTokens(tasks.reduce((sum, { tokens_used }) => sum + tokens_used, 0))),
    ...(empty > 0 && { payment_status: empty === tasks.length ? 'REFUND' : 'PARTIAL-REFUND' }),
  }
  await trx
    .updateTable('order_items')
    .set({ status, document: JSON.stringify(document), updated_at: now })
    .where('id', '=', itemId)
    .execute()
}
