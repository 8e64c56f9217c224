import type { OrderItemRow, OrderRow, OrderTaskRow } from '#sandbox/database/tables.ts'
import { workspace } from '#sandbox/sandbox.ts'

const by = { created_by: workspace.userId, updated_by: workspace.userId }

export function orderView(order: OrderRow, items: OrderItemRow[]) {
  return { ...order, ...by, org_id: workspace.organisationId, order_items: items.map((item) => orderItemView(item)) }
}

/** An order item as the API shows it; tasks only where they are asked for. */
export function orderItemView(item: OrderItemRow, tasks?: OrderTaskRow[]) {
  const { feasibility_reason: feasibilityReason, ...document } = JSON.parse(item.document) as {
    feasibility_reason?: string
  } & Record<string, unknown>
  return {
    ...document,
    ...by,
    id: item.id,
    order_id: item.order_id,
    project_id: item.project_id,
    org_id: workspace.organisationId,
    user_id: workspace.userId,
    type: item.type,
    status: item.status,
    created_at: item.created_at,
    updated_at: item.updated_at,
    ...(tasks && {
      tasks: tasks.map((task) => taskView(task, item)),
      validation_errors: remarks(document.feasibility_status === 'SUCCESS' ? undefined : feasibilityReason, tasks),
    }),
  }
}

/** The contract has no field for reasons but this: why a picture is not likely, and why a task brought less than asked. */
function remarks(feasibilityReason: string | undefined, tasks: OrderTaskRow[]): Record<string, string[]>[] {
  const ofTasks = tasks.flatMap(({ reason, position }) => (reason ? [{ [`tasks[${position}]`]: [reason] }] : []))
  return [...(feasibilityReason ? [{ feasibility_status: [feasibilityReason] }] : []), ...ofTasks]
}

function taskView(task: OrderTaskRow, item: OrderItemRow) {
  return {
    ...by,
    id: task.id,
    order_item_id: task.order_item_id,
    type: item.type === 'ARCHIVE' ? 'ARCHIVE' : 'TASKING',
    status: task.status,
    start_date: dayFirst(task.start_date),
    end_date: dayFirst(task.end_date),
    delivery_status: task.delivery_status,
    number_of_strips: task.strips,
    tokens_used: task.tokens_used,
    transaction_id: (JSON.parse(item.document) as { transaction_id?: string }).transaction_id ?? null,
    created_at: task.created_at,
    updated_at: task.updated_at,
  }
}

/** Tasks alone write their days as 25-05-2024. */
function dayFirst(moment: string): string {
  return moment.slice(0, 10).split('-').reverse().join('-')
}
