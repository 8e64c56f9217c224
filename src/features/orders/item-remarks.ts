import type { OrderItem } from '#src/contract/order-items.ts'

export type ItemRemarks = {
  /** By the place of the task among the tasks of the item. */
  byTask: ReadonlyMap<number, string>
  /** The rest, by field. */
  others: readonly { field: string; reason: string }[]
}

/**
 * What the service remarks on an item. The contract calls them validation errors, but it is the one place for reasons:
 * those of tasks are told with the task, that of the feasibility with the feasibility.
 */
export function itemRemarks({ validation_errors: told }: Pick<OrderItem, 'validation_errors'>): ItemRemarks {
  const byTask = new Map<number, string>()
  const others: { field: string; reason: string }[] = []
  for (const [field, reasons] of (told ?? []).flatMap((fields) => Object.entries(fields))) {
    const reason = reasons.join(' ')
    const task = field.match(/^tasks\[(\d+)\]$/)?.[1]
    if (task !== undefined) byTask.set(Number(task), reason)
    else if (field !== 'feasibility_status') others.push({ field, reason })
  }
  return { byTask, others }
}
