import { ContractError, fieldProblems } from '#src/api/errors.ts'

export type ItemProblem = { field: string; reason: string }

/**
 * What the service said about single order items, by their place in the order: `order_items[1].item_ids[0]` is
 * `item_ids[0]` of the second. Our own check of a request, which speaks in dots, is read the same.
 */
export function itemProblems(error: unknown): Map<number, ItemProblem[]> {
  const found = new Map<number, ItemProblem[]>()
  for (const [path, reason] of Object.entries(problemsOf(error))) {
    const match = path.match(/^(?:body\.)?order_items(?:\[(\d+)\]|\.(\d+))\.?(.*)$/)
    if (!match) continue
    const index = Number(match[1] ?? match[2])
    const field = (match[3] ?? '').replaceAll(/\.(\d+)/g, '[$1]')
    found.set(index, [...(found.get(index) ?? []), { field, reason }])
  }
  return found
}

function problemsOf(error: unknown): Record<string, string> {
  if (error instanceof ContractError && error.field.startsWith('body.')) {
    return { [error.field]: error.message.split(': ').slice(2).join(': ') }
  }
  return fieldProblems(error)
}
